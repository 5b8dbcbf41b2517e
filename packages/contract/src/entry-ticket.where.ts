import { where } from "./operation.ts";

export const entryTicketWhere = where({
  createTicket: {
    id: "entry.create",
    method: "POST",
    path: "/api/cohorts/:cohortId/tickets",
    function: "learning",
    allow: ["trainer", "administrator"],
  },
  redeemTicket: {
    id: "entry.redeem",
    method: "POST",
    path: "/auth/ticket",
    function: "people",
    allow: "anyone",
  },
});
