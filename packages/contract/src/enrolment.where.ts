import { where } from "./operation.ts";

export const enrolmentWhere = where({
  enrol: {
    id: "enrolment.create",
    method: "POST",
    path: "/api/enrolments",
    function: "learning",
    allow: "person",
  },
  listEnrolments: {
    id: "enrolment.list",
    method: "GET",
    path: "/api/enrolments",
    function: "learning",
    allow: "person",
  },
  readEnrolment: {
    id: "enrolment.read",
    method: "GET",
    path: "/api/enrolments/:courseId",
    function: "learning",
    allow: "person",
  },
  recordEvents: {
    id: "progress.record",
    method: "POST",
    path: "/api/enrolments/:courseId/events",
    function: "learning",
    allow: "person",
  },
});
