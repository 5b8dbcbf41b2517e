import { where } from "./operation.ts";

const CORRECTORS = ["trainer", "manager", "administrator"] as const;
const READERS = [...CORRECTORS, "auditor"] as const;

export const correctionWhere = where({
  readCorrectable: {
    id: "correction.read",
    method: "GET",
    path: "/api/courses/:courseId/items/:itemId/corrections",
    function: "assessment",
    allow: CORRECTORS,
  },
  tryCorrection: {
    id: "correction.try",
    method: "POST",
    path: "/api/courses/:courseId/items/:itemId/corrections/trials",
    function: "assessment",
    allow: CORRECTORS,
  },
  correctItem: {
    id: "correction.make",
    method: "POST",
    path: "/api/courses/:courseId/items/:itemId/corrections",
    function: "assessment",
    allow: CORRECTORS,
  },
  listRegrades: {
    id: "correction.list",
    method: "GET",
    path: "/api/courses/:courseId/regrades",
    function: "assessment",
    allow: READERS,
  },
  listRegraded: {
    id: "correction.learners",
    method: "GET",
    path: "/api/courses/:courseId/regrades/:number/learners",
    function: "assessment",
    allow: READERS,
  },
  steerRegrade: {
    id: "correction.steer",
    method: "POST",
    path: "/api/courses/:courseId/regrades/:number",
    function: "assessment",
    allow: CORRECTORS,
  },
  listSittings: {
    id: "sitting.list",
    method: "GET",
    path: "/api/courses/:courseId/learners/:learnerId/sittings",
    function: "assessment",
    allow: READERS,
  },
  readSitting: {
    id: "sitting.read",
    method: "GET",
    path: "/api/courses/:courseId/learners/:learnerId/sittings/:attemptId",
    function: "assessment",
    allow: READERS,
  },
});
