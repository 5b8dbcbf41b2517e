import { where } from "./operation.ts";

export const carryWhere = where({
  readPasses: {
    id: "carry.passes",
    method: "GET",
    path: "/api/passes",
    function: "attempts",
    allow: "person",
  },
  deliverParcel: {
    id: "carry.deliver",
    method: "POST",
    path: "/api/parcels",
    function: "attempts",
    allow: "anyone",
  },
});
