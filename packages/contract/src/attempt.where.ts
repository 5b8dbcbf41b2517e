import { where } from "./operation.ts";

export const attemptWhere = where({
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
});
