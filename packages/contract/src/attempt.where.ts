import { where } from "./operation.ts";

export const attemptWhere = where({
  fetchTicket: {
    id: "attempt.ticket",
    method: "POST",
    path: "/api/enrolments/:courseId/tickets",
    function: "attempts",
    allow: "person",
  },
  startAttempt: {
    id: "attempt.start",
    method: "POST",
    path: "/api/enrolments/:courseId/attempts",
    function: "attempts",
    allow: "person",
  },
  submitAttempt: {
    id: "attempt.submit",
    method: "POST",
    path: "/api/enrolments/:courseId/attempts/:attemptId/answers",
    function: "attempts",
    allow: "person",
  },
  listAttempts: {
    id: "attempt.list",
    method: "GET",
    path: "/api/enrolments/:courseId/attempts",
    function: "attempts",
    allow: "person",
  },
});
