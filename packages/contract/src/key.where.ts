import { where } from "./operation.ts";

export const keyWhere = where({
  readKeys: {
    id: "key.list",
    method: "GET",
    path: "/api/keys",
    function: "attempts",
    allow: "anyone",
  },
});
