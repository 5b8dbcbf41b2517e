import { manifest } from "../manifest.ts";

/**
 * Goes on with issuing to a whole group: one step for each time that it says how far it has come. Enrolments say who has earned it,
 * the outline of a version gives title and minutes; `people` gives the organisation's name and takes the audit line.
 */
export const batchIssuer = manifest({
  name: "batch-issuer",
  kind: "stream",
  stream: {
    table: "courses",
    entity: "certificate-batch",
    batchSize: 10,
    windowSeconds: 0,
    retries: 5,
  },
  tables: {
    certificates: "read-write",
    courses: "read-write",
    learners: "read",
    people: "read-write",
  },
  blobs: { public: "read" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 60,
});
