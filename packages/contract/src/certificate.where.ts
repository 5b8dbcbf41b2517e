import { where } from "./operation.ts";

export const certificateWhere = where({
  listWallet: {
    id: "certificate.wallet",
    method: "GET",
    path: "/api/wallet",
    function: "certificates",
    allow: "person",
  },
  listCertificates: {
    id: "certificate.list",
    method: "GET",
    path: "/api/certificates",
    function: "certificates",
    allow: ["administrator"],
  },
  issueCertificate: {
    id: "certificate.issue",
    method: "POST",
    path: "/api/certificates",
    function: "certificates",
    allow: ["trainer", "administrator"],
  },
  revokeCertificate: {
    id: "certificate.revoke",
    method: "POST",
    path: "/api/certificates/:certificateId/revocation",
    function: "certificates",
    allow: ["administrator"],
  },
  verifyCertificate: {
    id: "certificate.verify",
    method: "GET",
    path: "/api/verify/:certificateId",
    function: "certificates",
    allow: "anyone",
  },
});
