import { manifest } from "../manifest.ts";

/** Adds each first sitting to what is known of its test, whose items and keys lie among the private blobs. */
export const itemStatistics = manifest({
  name: "item-statistics",
  kind: "stream",
  stream: { table: "learners", batchSize: 100, windowSeconds: 5, retries: 5 },
  tables: { courses: "read-write" },
  blobs: { private: "read" },
  environment: [],
  memoryMb: 256,
  timeoutSeconds: 60,
});
