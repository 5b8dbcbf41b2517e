import { where } from "./operation.ts";

export const partnershipWhere = where({
  listPartnerships: {
    id: "partnership.list",
    method: "GET",
    path: "/api/partnerships",
    function: "people",
    allow: ["administrator"],
  },
  readInstitution: {
    id: "partnership.institution",
    method: "GET",
    path: "/api/partnerships/institutions/:organisationId",
    function: "people",
    allow: ["administrator"],
  },
  askPartnership: {
    id: "partnership.ask",
    method: "POST",
    path: "/api/partnerships",
    function: "people",
    allow: ["administrator"],
  },
  answerPartnership: {
    id: "partnership.answer",
    method: "POST",
    path: "/api/partnerships/:courseId/answer",
    function: "people",
    allow: ["administrator"],
  },
  endPartnership: {
    id: "partnership.end",
    method: "POST",
    path: "/api/partnerships/:courseId/:organisationId/end",
    function: "people",
    allow: ["administrator"],
  },
});
