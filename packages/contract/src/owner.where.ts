import { where } from "./operation.ts";

export const ownerWhere = where({
  listOwnerCandidates: {
    id: "owner.candidates",
    method: "GET",
    path: "/api/courses/:courseId/owners/candidates",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
  addOwner: {
    id: "owner.add",
    method: "POST",
    path: "/api/courses/:courseId/owners",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
  removeOwner: {
    id: "owner.remove",
    method: "POST",
    path: "/api/courses/:courseId/owners/removals",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
});
