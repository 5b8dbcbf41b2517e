import { where } from "./operation.ts";

export const passportWhere = where({
  readPassport: {
    id: "passport.own",
    method: "GET",
    path: "/api/passport",
    function: "submissions",
    allow: "person",
  },
  readLearnerPassport: {
    id: "passport.read",
    method: "GET",
    path: "/api/cohorts/:cohortId/learners/:learnerId/passport",
    function: "submissions",
    allow: ["trainer", "mentor", "manager", "administrator"],
  },
});
