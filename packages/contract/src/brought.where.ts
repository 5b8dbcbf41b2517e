import { where } from "./operation.ts";

export const broughtWhere = where({
  bringCourse: {
    id: "course.bring",
    method: "POST",
    path: "/api/brought-courses",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  readItems: {
    id: "draft.items",
    method: "GET",
    path: "/api/courses/:courseId/draft/items",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  bringItems: {
    id: "draft.bring_items",
    method: "POST",
    path: "/api/courses/:courseId/draft/items",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  bringVoices: {
    id: "draft.bring_voices",
    method: "POST",
    path: "/api/courses/:courseId/draft/voices",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
});
