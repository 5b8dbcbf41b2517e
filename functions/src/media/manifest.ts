import { manifest } from "../manifest.ts";

/**
 * Pictures and recordings that people bring. A picture of twelve million points unfolds to some hundred megabytes, and is drawn
 * anew by one whole processor. Photos that prove something are private. `people` holds sessions, audit and intents.
 */
export const media = manifest({
  name: "media",
  kind: "http",
  pages: [],
  tables: { certificates: "read-write", courses: "read-write", people: "read-write" },
  blobs: { public: "read-write", private: "write" },
  uploads: true,
  environment: [],
  memoryMb: 2048,
  timeoutSeconds: 29,
});
