import { where } from "./operation.ts";

export const flagWhere = where({
  listFlags: {
    id: "flag.list",
    method: "GET",
    path: "/api/flags",
    function: "assessment",
    allow: ["trainer", "administrator"],
  },
  readFlag: {
    id: "flag.read",
    method: "GET",
    path: "/api/flags/:flagId",
    function: "assessment",
    allow: ["trainer", "administrator"],
  },
  decideFlag: {
    id: "flag.decide",
    method: "POST",
    path: "/api/flags/:flagId/decision",
    function: "assessment",
    allow: ["trainer", "administrator"],
  },
});
