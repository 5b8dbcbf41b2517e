import { where } from "./operation.ts";

const who = ["trainer", "administrator", "manager", "mentor"] as const;
const markers = ["trainer", "administrator"] as const;

export const submissionWhere = where({
  grantProof: {
    id: "proof.grant",
    method: "POST",
    path: "/api/proofs/grants",
    function: "media",
    allow: "person",
  },
  takeProof: {
    id: "proof.take",
    method: "POST",
    path: "/api/proofs",
    function: "media",
    allow: "person",
  },
  submitWork: {
    id: "submission.submit",
    method: "POST",
    path: "/api/enrolments/:courseId/submissions",
    function: "submissions",
    allow: "person",
  },
  listOwnSubmissions: {
    id: "submission.own",
    method: "GET",
    path: "/api/enrolments/:courseId/submissions",
    function: "submissions",
    allow: "person",
  },
  listSubmissions: {
    id: "submission.list",
    method: "GET",
    path: "/api/cohorts/:cohortId/submissions",
    function: "submissions",
    allow: who,
  },
  listLearnerSubmissions: {
    id: "submission.ofLearner",
    method: "GET",
    path: "/api/cohorts/:cohortId/learners/:learnerId/submissions",
    function: "submissions",
    allow: who,
  },
  readSubmission: {
    id: "submission.read",
    method: "GET",
    path: "/api/cohorts/:cohortId/submissions/:submissionId",
    function: "submissions",
    allow: who,
  },
  markSubmission: {
    id: "submission.mark",
    method: "POST",
    path: "/api/cohorts/:cohortId/submissions/:submissionId/markings",
    function: "submissions",
    allow: markers,
  },
  settleSubmission: {
    id: "submission.settle",
    method: "POST",
    path: "/api/cohorts/:cohortId/submissions/:submissionId/settlement",
    function: "submissions",
    allow: markers,
  },
  readProof: {
    id: "submission.proof",
    method: "GET",
    path: "/api/cohorts/:cohortId/submissions/:submissionId/proofs/:hash",
    function: "submissions",
    allow: "person",
  },
});
