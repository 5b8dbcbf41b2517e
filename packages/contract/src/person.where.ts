import { where } from "./operation.ts";

export const personWhere = where({
  readMe: { id: "me.read", method: "GET", path: "/api/me", function: "people", allow: "person" },
  chooseLanguage: { id: "me.language", method: "PUT", path: "/api/me/language", function: "people", allow: "person" },
  createLearner: { id: "learner.create", method: "POST", path: "/api/learners", function: "people", allow: "person" },
  listSessions: { id: "session.list", method: "GET", path: "/api/sessions", function: "people", allow: "person" },
  endSession: { id: "session.end", method: "DELETE", path: "/api/sessions/:sessionId", function: "people", allow: "person" },
  chooseOrganisation: { id: "session.organisation", method: "PUT", path: "/api/session/organisation", function: "people", allow: "person" },
  listOrganisations: { id: "organisation.list", method: "GET", path: "/api/organisations", function: "people", allow: ["administrator", "manager"] },
  createOrganisation: { id: "organisation.create", method: "POST", path: "/api/organisations", function: "people", allow: ["administrator"] },
  listMembers: { id: "membership.list", method: "GET", path: "/api/members", function: "people", allow: ["administrator", "manager"] },
  grantMembership: { id: "membership.grant", method: "POST", path: "/api/members", function: "people", allow: ["administrator"] },
  listAudit: { id: "audit.list", method: "GET", path: "/api/audit", function: "people", allow: ["administrator", "auditor"] },
});
