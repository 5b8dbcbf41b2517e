import {
  addComment,
  arrangeDraft,
  arrangeItems,
  attendLesson,
  bringCourse,
  bringItems,
  bringVoices,
  changeComment,
  composeDraft,
  copyCourse,
  copyIntoDraft,
  countNotices,
  createCourse,
  listColleagues,
  listComments,
  listNotices,
  listSamples,
  readDraft,
  readDraftLesson,
  readItems,
  readNotices,
  readVersion,
  restoreVersion,
  saveDraftLesson,
  saveItem,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Courses as they are being written, what their authors say to each other, and the versions that were made of them. */
export function studioApp(setting: Setting) {
  const app = createApp(setting);
  const { deps } = setting;
  operation(app, { setting, name: "createCourse" }, ({ principal, body }) =>
    createCourse(deps, principal, body),
  );
  operation(app, { setting, name: "listSamples" }, ({ principal, query }) =>
    listSamples(deps, principal, query.after),
  );
  operation(app, { setting, name: "copyCourse" }, ({ principal, params, body }) =>
    copyCourse(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "bringCourse" }, ({ principal, body }) =>
    bringCourse(deps, principal, body),
  );
  operation(app, { setting, name: "readItems" }, ({ principal, params }) =>
    readItems(deps, principal, params.courseId),
  );
  operation(app, { setting, name: "bringItems" }, ({ principal, params, body }) =>
    bringItems(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "saveItem" }, ({ principal, params, body }) =>
    saveItem(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "arrangeItems" }, ({ principal, params, body }) =>
    arrangeItems(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "bringVoices" }, ({ principal, params, body }) =>
    bringVoices(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "copyIntoDraft" }, ({ principal, params, body }) =>
    copyIntoDraft(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readDraft" }, ({ principal, params }) =>
    readDraft(deps, principal, params),
  );
  operation(app, { setting, name: "arrangeDraft" }, ({ principal, params, body }) =>
    arrangeDraft(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readDraftLesson" }, ({ principal, params, query }) =>
    readDraftLesson(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "saveDraftLesson" }, ({ principal, params, body }) =>
    saveDraftLesson(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "composeDraft" }, ({ principal, params, body }) =>
    composeDraft(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readVersion" }, ({ principal, params, query }) =>
    readVersion(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "restoreVersion" }, ({ principal, params, body }) =>
    restoreVersion(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listComments" }, ({ principal, params }) =>
    listComments(deps, principal, params),
  );
  operation(app, { setting, name: "addComment" }, ({ principal, params, body }) =>
    addComment(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "changeComment" }, ({ principal, params, body }) =>
    changeComment(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listColleagues" }, ({ principal, params, query }) =>
    listColleagues(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "attendLesson" }, ({ principal, params, body }) =>
    attendLesson(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listNotices" }, ({ principal, query }) =>
    listNotices(deps, principal, query),
  );
  operation(app, { setting, name: "countNotices" }, ({ principal }) =>
    countNotices(deps, principal),
  );
  operation(app, { setting, name: "readNotices" }, ({ principal, body }) =>
    readNotices(deps, principal, body),
  );
  return app;
}
