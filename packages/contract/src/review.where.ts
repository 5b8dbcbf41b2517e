import { where } from "./operation.ts";

export const reviewWhere = where({
  changeApproval: {
    id: "organisation.approval",
    method: "PUT",
    path: "/api/organisation/approval",
    function: "people",
    allow: ["administrator"],
  },
  listReviewers: {
    id: "review.reviewers",
    method: "GET",
    path: "/api/courses/:courseId/reviewers",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
  askReview: {
    id: "review.ask",
    method: "POST",
    path: "/api/courses/:courseId/reviews",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
  decideReview: {
    id: "review.decide",
    method: "POST",
    path: "/api/courses/:courseId/reviews/decisions",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
});
