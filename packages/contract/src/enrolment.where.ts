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
  startAttempt: {
    id: "attempt.start",
    method: "POST",
    path: "/api/enrolments/:courseId/attempts",
    function: "learning",
    allow: "person",
  },
  submitAttempt: {
    id: "attempt.submit",
    method: "POST",
    path: "/api/enrolments/:courseId/attempts/:attemptId/answers",
    function: "learning",
    allow: "person",
  },
});
