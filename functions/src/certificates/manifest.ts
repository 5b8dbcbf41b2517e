import { manifest } from "../manifest.ts";

/**
 * Wallet, issuing, revoking, and the public page that answers without JavaScript. Cohorts, in `courses`, say who teaches whom;
 * the outline of the version, a public blob, gives title and minutes; the public log proves what is in it.
 */
export const certificates = manifest({
  name: "certificates",
  kind: "http",
  pages: [
    { method: "GET", path: "/verify/*" },
    { method: "GET", path: "/v/*" },
  ],
  tables: {
    certificates: "read-write",
    courses: "read-write",
    learners: "read",
    people: "read-write",
  },
  blobs: { public: "read" },
  log: "read",
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
