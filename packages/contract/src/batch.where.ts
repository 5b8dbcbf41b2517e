import { where } from "./operation.ts";

/** Who issues: a trainer in her cohorts, an administrator everywhere. */
const ISSUERS = ["trainer", "administrator"] as const;

export const batchWhere = where({
  listCandidates: {
    id: "certificate.candidates",
    method: "GET",
    path: "/api/certificate-candidates/:courseId",
    function: "certificates",
    allow: ISSUERS,
  },
  previewCertificate: {
    id: "certificate.preview",
    method: "GET",
    path: "/api/certificate-candidates/:courseId/:learnerId",
    function: "documents",
    allow: ISSUERS,
  },
  previewPaper: {
    id: "certificate.preview_paper",
    method: "GET",
    path: "/api/certificate-candidates/:courseId/:learnerId/paper",
    function: "documents",
    allow: ISSUERS,
  },
  listBatches: {
    id: "batch.list",
    method: "GET",
    path: "/api/certificate-batches",
    function: "certificates",
    allow: ISSUERS,
  },
  startBatch: {
    id: "batch.start",
    method: "POST",
    path: "/api/certificate-batches",
    function: "certificates",
    allow: ISSUERS,
  },
  readBatch: {
    id: "batch.read",
    method: "GET",
    path: "/api/certificate-batches/:batchId",
    function: "certificates",
    allow: ISSUERS,
  },
  steerBatch: {
    id: "batch.steer",
    method: "POST",
    path: "/api/certificate-batches/:batchId/steering",
    function: "certificates",
    allow: ISSUERS,
  },
});
