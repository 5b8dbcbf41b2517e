import { where } from "./operation.ts";

export const courseWhere = where({
  listCatalogue: {
    id: "course.catalogue",
    method: "GET",
    path: "/api/catalogue",
    function: "catalogue",
    allow: "anyone",
  },
  readOutline: {
    id: "course.outline",
    method: "GET",
    path: "/api/catalogue/:courseId",
    function: "catalogue",
    allow: "anyone",
  },
  listCourses: {
    id: "course.list",
    method: "GET",
    path: "/api/courses",
    function: "catalogue",
    allow: ["trainer", "manager", "administrator"],
  },
  readCourse: {
    id: "course.read",
    method: "GET",
    path: "/api/courses/:courseId",
    function: "catalogue",
    allow: ["trainer", "manager", "administrator"],
  },
  editCourse: {
    id: "course.edit",
    method: "PUT",
    path: "/api/courses/:courseId",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
  publishCourse: {
    id: "course.publish",
    method: "POST",
    path: "/api/courses/:courseId/versions",
    function: "catalogue",
    allow: ["trainer", "manager", "administrator"],
  },
});
