import { manifest } from "../manifest.ts";

/**
 * Writes the certificate that a finished course has earned. Reads the course's title and the organisation's name for it, and the
 * course's manifest among the public blobs; the audit line goes into `people`. */
export const certificateIssuer = manifest({
  name: "certificate-issuer",
  kind: "stream",
  stream: { table: "learners", batchSize: 25, windowSeconds: 1, retries: 5 },
  tables: { certificates: "read-write", courses: "read", learners: "read", people: "read-write" },
  blobs: { public: "read" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 60,
});
