import { manifest } from "../manifest.ts";

/**
 * Goes on with marking anew what was handed in before a question was corrected: one step for each time that it says how far it has
 * come. Keys lie among the private blobs, what a course asks for among the public ones.
 */
export const regrader = manifest({
  name: "regrader",
  kind: "stream",
  stream: { table: "courses", entity: "regrade", batchSize: 10, windowSeconds: 0, retries: 5 },
  tables: { courses: "read-write", learners: "read-write" },
  blobs: { public: "read", private: "read" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 60,
});
