import { manifest } from "../manifest.ts";

/**
 * Writes the certificate that a finished course has earned, from the enrolment in the change feed. `people` gives the
 * organisation's name and takes the audit line, `learners` whose account it is, and so her language; the outline of the version, a public blob, gives title and minutes.
 */
export const certificateIssuer = manifest({
  name: "certificate-issuer",
  kind: "stream",
  stream: { table: "learners", batchSize: 25, windowSeconds: 1, retries: 5 },
  tables: { certificates: "read-write", learners: "read", people: "read-write" },
  blobs: { public: "read" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 60,
});
