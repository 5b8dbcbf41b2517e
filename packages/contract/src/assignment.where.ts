import { where } from "./operation.ts";

export const assignmentWhere = where({
  readAssignments: {
    id: "assignment.read",
    method: "GET",
    path: "/api/courses/:courseId/draft/assignments",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
  saveAssignment: {
    id: "assignment.save",
    method: "PUT",
    path: "/api/courses/:courseId/draft/assignments/:assignmentId",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
  arrangeAssignments: {
    id: "assignment.arrange",
    method: "POST",
    path: "/api/courses/:courseId/draft/assignments/arrangements",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
});
