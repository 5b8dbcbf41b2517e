import { where } from "./operation.ts";

export const erasureWhere = where({
  readErasable: {
    id: "erasure.read",
    method: "GET",
    path: "/api/learners/:learnerId/erasure",
    function: "people",
    allow: "person",
  },
  eraseLearner: {
    id: "erasure.begin",
    method: "POST",
    path: "/api/learners/:learnerId/erasure",
    function: "people",
    allow: "person",
  },
  readErased: {
    id: "erasure.known",
    method: "GET",
    path: "/api/erased/:learnerId",
    function: "people",
    allow: "anyone",
  },
});
