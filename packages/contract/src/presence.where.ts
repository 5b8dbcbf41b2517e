import { where } from "./operation.ts";

export const presenceWhere = where({
  attendLesson: {
    id: "presence.attend",
    method: "PUT",
    path: "/api/courses/:courseId/draft/lessons/:lessonId/presence",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
});
