import { where } from "./operation.ts";

export const frameworkWhere = where({
  listFrameworks: {
    id: "framework.list",
    method: "GET",
    path: "/api/frameworks",
    function: "banks",
    allow: ["trainer", "manager", "administrator", "auditor"],
  },
  readFramework: {
    id: "framework.read",
    method: "GET",
    path: "/api/frameworks/:frameworkId",
    function: "banks",
    allow: ["trainer", "manager", "administrator", "auditor"],
  },
  saveFramework: {
    id: "framework.save",
    method: "PUT",
    path: "/api/frameworks/:frameworkId",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
  changeFramework: {
    id: "framework.change",
    method: "POST",
    path: "/api/frameworks/:frameworkId/changes",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
  readFrameworkUses: {
    id: "framework.uses",
    method: "GET",
    path: "/api/frameworks/:frameworkId/uses",
    function: "banks",
    allow: ["trainer", "manager", "administrator", "auditor"],
  },
  removeFramework: {
    id: "framework.remove",
    method: "DELETE",
    path: "/api/frameworks/:frameworkId",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
});
