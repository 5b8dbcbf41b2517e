import { where } from "./operation.ts";

export const commentWhere = where({
  listComments: {
    id: "comment.list",
    method: "GET",
    path: "/api/courses/:courseId/draft/lessons/:lessonId/comments",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
  addComment: {
    id: "comment.add",
    method: "POST",
    path: "/api/courses/:courseId/draft/lessons/:lessonId/comments",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
  changeComment: {
    id: "comment.change",
    method: "POST",
    path: "/api/courses/:courseId/draft/lessons/:lessonId/comments/:commentId/changes",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
  listColleagues: {
    id: "comment.colleagues",
    method: "GET",
    path: "/api/courses/:courseId/colleagues",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
});
