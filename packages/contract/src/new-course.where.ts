import { where } from "./operation.ts";

export const newCourseWhere = where({
  createCourse: {
    id: "course.create",
    method: "POST",
    path: "/api/courses",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  listSamples: {
    id: "course.samples",
    method: "GET",
    path: "/api/samples",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  copyCourse: {
    id: "course.copy",
    method: "POST",
    path: "/api/courses/:courseId/copies",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  copyIntoDraft: {
    id: "draft.copy",
    method: "POST",
    path: "/api/courses/:courseId/draft/copies",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
});
