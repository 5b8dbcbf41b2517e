import { manifest } from "../manifest.ts";

/** Enrolments, progress and cohorts. Cohorts lie beside their course, and a finished enrolment shows its certificate. */
export const learning = manifest({
  name: "learning",
  kind: "http",
  pages: [],
  tables: {
    certificates: "read",
    courses: "read-write",
    learners: "read-write",
    people: "read-write",
  },
  blobs: { public: "read" },
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
