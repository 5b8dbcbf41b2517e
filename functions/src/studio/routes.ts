import {
  addComment,
  arrangeDraft,
  attendLesson,
  changeComment,
  composeDraft,
  countNotices,
  listColleagues,
  listComments,
  listNotices,
  readDraft,
  readDraftLesson,
  readNotices,
  readVersion,
  restoreVersion,
  saveDraftLesson,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Courses as they are being written, what their authors say to each other, and the versions that were made of them. */
export function studioApp(setting: Setting) {
  const app = createApp(setting);
  const { deps } = setting;
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
