import { where } from "./operation.ts";

export const versionWhere = where({
  readVersion: {
    id: "version.read",
    method: "GET",
    path: "/api/courses/:courseId/versions/:version",
    function: "studio",
    allow: ["trainer", "manager", "administrator", "auditor"],
  },
  restoreVersion: {
    id: "version.restore",
    method: "POST",
    path: "/api/courses/:courseId/draft/restoration",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
});
