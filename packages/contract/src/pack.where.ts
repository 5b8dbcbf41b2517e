import { where } from "./operation.ts";

export const packWhere = where({
  readPackSignature: {
    id: "pack.signature",
    method: "GET",
    path: "/api/courses/:courseId/versions/:version/signature",
    function: "attempts",
    allow: "person",
  },
});
