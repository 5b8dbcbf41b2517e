import { manifest } from "../manifest.ts";

/**
 * Work that learners hand in and that people mark by a rubric, and the passport that follows from all that a learner did. What is handed
 * in and what is said to it is private, and so are the keys of a test. `courses` tells who teaches a cohort and what was corrected; an
 * assignment stands in the manifest of the learner's version, among the public bytes.
 */
export const submissions = manifest({
  name: "submissions",
  kind: "http",
  pages: [],
  tables: { courses: "read", learners: "read-write", people: "read-write" },
  blobs: { public: "read", private: "read" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
