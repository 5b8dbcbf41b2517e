import { manifest } from "../manifest.ts";

/**
 * Sittings of the graded quiz, with and without network, what of them waits for a person, and what a phone sends by another. The one
 * function that may read answer keys, that signs and that opens parcels. `courses` tells who teaches a cohort.
 */
export const attempts = manifest({
  name: "attempts",
  kind: "http",
  pages: [],
  tables: { courses: "read", learners: "read-write", people: "read-write" },
  blobs: { public: "read", private: "read" },
  signs: true,
  opens: true,
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
