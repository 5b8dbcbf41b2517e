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
  listExpiring: {
    id: "certificate.expiring",
    method: "GET",
    path: "/api/certificates/expiring",
    function: "certificates",
    allow: ["administrator"],
  },
  listUnsigned: {
    id: "certificate.unsigned_list",
    method: "GET",
    path: "/api/certificates/unsigned",
    function: "credentials",
    allow: ["administrator"],
  },
  listProposals: {
    id: "certificate.proposals",
    method: "GET",
    path: "/api/certificates/proposals",
    function: "certificates",
    allow: ["trainer", "administrator"],
  },
  issueCertificate: {
    id: "certificate.issue",
    method: "POST",
    path: "/api/certificates",
    function: "certificates",
    allow: ["trainer", "administrator"],
  },
  proposeAct: {
    id: "certificate.propose",
    method: "POST",
    path: "/api/certificates/:certificateId/proposal",
    function: "certificates",
    allow: ["trainer", "administrator"],
  },
  decideProposal: {
    id: "certificate.decide",
    method: "POST",
    path: "/api/certificates/:certificateId/decision",
    function: "certificates",
    allow: ["trainer", "administrator"],
  },
  showCertificate: {
    id: "certificate.show",
    method: "POST",
    path: "/api/certificates/:certificateId/shows",
    function: "credentials",
    allow: "person",
  },
  verifyCertificate: {
    id: "certificate.verify",
    method: "GET",
    path: "/api/verify/:certificateId",
    function: "certificates",
    allow: "anyone",
  },
});
