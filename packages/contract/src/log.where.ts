import { where } from "./operation.ts";

export const logWhere = where({
  readLogProof: {
    id: "log.proof",
    method: "GET",
    path: "/api/log/:form",
    function: "certificates",
    allow: "anyone",
  },
});
