import { where } from "./operation.ts";

export const packWhere = where({
  readPackSignature: {
    id: "pack.signature",
    method: "GET",
    path: "/api/packs/:courseId/:version",
    function: "attempts",
    allow: "person",
  },
});
