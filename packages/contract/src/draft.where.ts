import { where } from "./operation.ts";

export const draftWhere = where({
  readDraft: {
    id: "draft.read",
    method: "GET",
    path: "/api/courses/:courseId/draft",
    function: "studio",
    allow: ["trainer", "manager", "administrator", "auditor"],
  },
  arrangeDraft: {
    id: "draft.arrange",
    method: "POST",
    path: "/api/courses/:courseId/draft/arrangements",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  readDraftLesson: {
    id: "draft.lesson",
    method: "GET",
    path: "/api/courses/:courseId/draft/lessons/:lessonId",
    function: "studio",
    allow: ["trainer", "manager", "administrator", "auditor"],
  },
  saveDraftLesson: {
    id: "draft.save",
    method: "POST",
    path: "/api/courses/:courseId/draft/lessons/:lessonId/saves",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
  composeDraft: {
    id: "draft.compose",
    method: "POST",
    path: "/api/courses/:courseId/draft/composition",
    function: "studio",
    allow: ["trainer", "administrator"],
  },
});
