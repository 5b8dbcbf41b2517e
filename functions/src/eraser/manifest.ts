import { manifest } from "../manifest.ts";

/**
 * Goes on with erasing somebody: one step for each time that it says how far it has come. It takes away private blobs, which nobody else
 * may, and reads none.
 */
export const eraser = manifest({
  name: "eraser",
  kind: "stream",
  stream: { table: "people", entity: "erasure", batchSize: 10, windowSeconds: 0, retries: 5 },
  everyMinutes: 60,
  tables: {
    certificates: "read-write",
    courses: "read-write",
    learners: "read-write",
    people: "read-write",
  },
  blobs: { private: "erase" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 60,
});
