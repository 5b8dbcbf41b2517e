import { where } from "./operation.ts";

export const checklistWhere = where({
  readChecklists: {
    id: "checklist.read",
    method: "GET",
    path: "/api/courses/:courseId/draft/checklists",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
  saveChecklist: {
    id: "checklist.save",
    method: "PUT",
    path: "/api/courses/:courseId/draft/checklists/:checklistId",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
  arrangeChecklists: {
    id: "checklist.arrange",
    method: "POST",
    path: "/api/courses/:courseId/draft/checklists/arrangements",
    function: "banks",
    allow: ["trainer", "administrator"],
  },
});
