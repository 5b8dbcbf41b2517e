import { where } from "./operation.ts";

export const alikeWhere = where({
  readAlike: {
    id: "cohort.alike",
    method: "GET",
    path: "/api/cohorts/:cohortId/alike",
    function: "submissions",
    allow: ["trainer", "mentor", "manager", "administrator"],
  },
});
