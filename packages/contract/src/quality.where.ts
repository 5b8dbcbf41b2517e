import { where } from "./operation.ts";

export const qualityWhere = where({
  reviewDraft: {
    id: "draft.review",
    method: "GET",
    path: "/api/courses/:courseId/draft/review",
    function: "catalogue",
    allow: ["trainer", "manager", "administrator", "auditor"],
  },
});
