import { manifest } from "../manifest.ts";

/**
 * What an organisation's authors build courses from and hold them to: its bank of items, its frameworks of competencies, and what of
 * a draft stands in its manifest beside lessons (checklists, what counts). Items carry keys, so that their bytes are private.
 */
export const banks = manifest({
  name: "banks",
  kind: "http",
  pages: [],
  tables: { courses: "read-write", people: "read-write" },
  blobs: { public: "read-write", private: "read-write" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
