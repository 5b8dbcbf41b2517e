import { where } from "./operation.ts";

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
