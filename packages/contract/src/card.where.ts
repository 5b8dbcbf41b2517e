import { where } from "./operation.ts";

export const cardWhere = where({
  readCard: {
    id: "card.read",
    method: "GET",
    path: "/api/card",
    function: "people",
    allow: "person",
  },
  createCard: {
    id: "card.create",
    method: "POST",
    path: "/api/card",
    function: "people",
    allow: "person",
  },
  endCard: {
    id: "card.end",
    method: "DELETE",
    path: "/api/card",
    function: "people",
    allow: "person",
  },
  createCardFor: {
    id: "card.create_for",
    method: "POST",
    path: "/api/cohorts/:cohortId/cards",
    function: "learning",
    allow: ["trainer", "administrator"],
  },
  endCardOf: {
    id: "card.end_of",
    method: "DELETE",
    path: "/api/cohorts/:cohortId/cards/:learnerId",
    function: "learning",
    allow: ["trainer", "administrator"],
  },
  redeemCard: {
    id: "card.redeem",
    method: "POST",
    path: "/auth/card",
    function: "people",
    allow: "anyone",
  },
});
