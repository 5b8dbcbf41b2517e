import { manifest } from "../manifest.ts";

/**
 * Sittings of the graded quiz, with and without network, and what of them waits for a person. The one function that may read
 * answer keys and that signs. `courses` tells who teaches a cohort.
 */
export const attempts = manifest({
  name: "attempts",
  kind: "http",
  pages: [],
  tables: { courses: "read", learners: "read-write", people: "read-write" },
  blobs: { public: "read", private: "read" },
  signs: true,
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
