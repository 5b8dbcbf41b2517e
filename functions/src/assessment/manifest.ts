import { manifest } from "../manifest.ts";

/**
 * What people judge: hand-ins that no rule could count, skills seen on the spot, work that is handed in and marked, and the grades
 * that follow from all of it. Proof (a photo, a recording) is private. It opens the PINs of two people who stood beside each other.
 * `courses` tells who teaches a cohort, and keeps what of published questions was corrected, whose keys are private too.
 */
export const assessment = manifest({
  name: "assessment",
  kind: "http",
  pages: [],
  tables: { courses: "read-write", learners: "read-write", people: "read-write" },
  blobs: { public: "read", private: "read-write" },
  opens: true,
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
