import { where } from "./operation.ts";

export const issuerWhere = where({
  readIssuers: {
    id: "issuer.list",
    method: "GET",
    path: "/api/issuers",
    function: "credentials",
    allow: "anyone",
  },
  readSigned: {
    id: "certificate.signed",
    method: "GET",
    path: "/api/certificates/:certificateId/signed",
    function: "credentials",
    allow: "person",
  },
  offerCredential: {
    id: "certificate.offer",
    method: "POST",
    path: "/api/certificates/:certificateId/offers",
    function: "credentials",
    allow: "person",
  },
});
