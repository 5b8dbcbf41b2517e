import { where } from "./operation.ts";

export const cohortWhere = where({
  listCohorts: {
    id: "cohort.list",
    method: "GET",
    path: "/api/cohorts",
    function: "learning",
    allow: ["trainer", "mentor", "manager", "administrator"],
  },
  createCohort: {
    id: "cohort.create",
    method: "POST",
    path: "/api/cohorts",
    function: "learning",
    allow: ["trainer", "manager", "administrator"],
  },
  readCohort: {
    id: "cohort.read",
    method: "GET",
    path: "/api/cohorts/:cohortId",
    function: "learning",
    allow: ["trainer", "mentor", "manager", "administrator"],
  },
  changeContact: {
    id: "cohort.contact",
    method: "PUT",
    path: "/api/cohorts/:cohortId/contact",
    function: "learning",
    allow: ["trainer", "manager", "administrator"],
  },
  changeTestTimes: {
    id: "cohort.test",
    method: "PUT",
    path: "/api/cohorts/:cohortId/test",
    function: "learning",
    allow: ["trainer", "manager", "administrator"],
  },
  allowLearner: {
    id: "cohort.allow",
    method: "PUT",
    path: "/api/cohorts/:cohortId/learners/:learnerId/allowance",
    function: "learning",
    allow: ["trainer", "administrator"],
  },
  readProgress: {
    id: "cohort.progress",
    method: "GET",
    path: "/api/cohorts/:cohortId/progress",
    function: "learning",
    allow: ["trainer", "mentor", "manager"],
  },
  countStuck: {
    id: "cohort.stuck",
    method: "GET",
    path: "/api/stuck",
    function: "learning",
    allow: ["trainer", "mentor"],
  },
  enrolPeople: {
    id: "cohort.enrol",
    method: "POST",
    path: "/api/cohorts/:cohortId/enrolments",
    function: "learning",
    allow: ["trainer", "manager", "administrator"],
  },
  listEligible: {
    id: "cohort.eligible",
    method: "GET",
    path: "/api/cohorts/:cohortId/eligible",
    function: "learning",
    allow: ["trainer", "administrator"],
  },
});
