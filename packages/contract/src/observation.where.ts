import { where } from "./operation.ts";

export const observationWhere = where({
  readObserving: {
    id: "observation.prepare",
    method: "GET",
    path: "/api/cohorts/:cohortId/observing",
    function: "assessment",
    allow: ["trainer", "administrator"],
  },
  recordObservation: {
    id: "observation.record",
    method: "POST",
    path: "/api/cohorts/:cohortId/observations",
    function: "assessment",
    allow: ["trainer", "administrator"],
  },
  listObservations: {
    id: "observation.list",
    method: "GET",
    path: "/api/cohorts/:cohortId/learners/:learnerId/observations",
    function: "assessment",
    allow: ["trainer", "administrator", "manager", "mentor"],
  },
  listOwnObservations: {
    id: "observation.own",
    method: "GET",
    path: "/api/enrolments/:courseId/observations",
    function: "assessment",
    allow: "person",
  },
  confirmObservation: {
    id: "observation.confirm",
    method: "POST",
    path: "/api/enrolments/:courseId/observations/:observationId/confirmation",
    function: "assessment",
    allow: "person",
  },
  readPhoto: {
    id: "observation.photo",
    method: "GET",
    path: "/api/learners/:learnerId/observations/:observationId/photos/:hash",
    function: "assessment",
    allow: "person",
  },
  takePhoto: {
    id: "observation.takePhoto",
    method: "POST",
    path: "/api/photos",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  setPin: {
    id: "me.pin",
    method: "POST",
    path: "/api/me/pin",
    function: "people",
    allow: "person",
  },
});
