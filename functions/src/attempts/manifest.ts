import { manifest } from "../manifest.ts";

/**
 * Sittings of the graded quiz, with and without network, and what a phone sends by another. The one function that signs and that
 * opens parcels. `courses` tells who teaches a cohort.
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
