import { manifest } from "../manifest.ts";

/** Courses as they are being written. Composing keeps lessons, and asks of the test whether it can be passed; `people` holds sessions, audit and intents. */
export const studio = manifest({
  name: "studio",
  kind: "http",
  pages: [],
  tables: { courses: "read-write", people: "read-write" },
  blobs: { public: "read-write", private: "read-write" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
