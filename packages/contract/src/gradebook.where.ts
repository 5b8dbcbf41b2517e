import { where } from "./operation.ts";

/** Who reads the audit log, and so may follow each mark to where it came from. */
const AUDITORS = ["administrator", "auditor"] as const;

export const gradebookWhere = where({
  readGradebook: {
    id: "grade.book",
    method: "GET",
    path: "/api/cohorts/:cohortId/gradebook",
    function: "assessment",
    allow: ["trainer", "mentor", "manager", "administrator"],
  },
  changeGrade: {
    id: "grade.change",
    method: "POST",
    path: "/api/cohorts/:cohortId/learners/:learnerId/grades",
    function: "assessment",
    allow: ["trainer", "administrator"],
  },
  readReach: {
    id: "grade.reach",
    method: "GET",
    path: "/api/cohorts/:cohortId/learners/:learnerId/reach",
    function: "assessment",
    allow: ["trainer", "administrator"],
  },
  listMarkedCourses: {
    id: "grade.courses",
    method: "GET",
    path: "/api/marks",
    function: "submissions",
    allow: AUDITORS,
  },
  listMarkedLearners: {
    id: "grade.learners",
    method: "GET",
    path: "/api/marks/:courseId",
    function: "submissions",
    allow: AUDITORS,
  },
  readMarks: {
    id: "grade.marks",
    method: "GET",
    path: "/api/learners/:learnerId/marks",
    function: "submissions",
    allow: AUDITORS,
  },
  readGrading: {
    id: "grade.rules",
    method: "GET",
    path: "/api/courses/:courseId/draft/grading",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
  saveGrading: {
    id: "grade.saveRules",
    method: "PUT",
    path: "/api/courses/:courseId/draft/grading",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
});
