import { where } from "./operation.ts";

export const itemWhere = where({
  saveItem: {
    id: "item.save",
    method: "PUT",
    path: "/api/courses/:courseId/draft/items/:itemId",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  arrangeItems: {
    id: "item.arrange",
    method: "POST",
    path: "/api/courses/:courseId/draft/items/arrangements",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
});
