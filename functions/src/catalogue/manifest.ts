import { manifest } from "../manifest.ts";

/** Courses as the world sees them and as their authors write them. `people` holds sessions, audit and intents. */
export const catalogue = manifest({
  name: "catalogue",
  kind: "http",
  pages: [{ method: "GET", path: "/health" }],
  tables: { courses: "read-write", people: "read-write" },
  blobs: { public: "read-write", private: "read" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
