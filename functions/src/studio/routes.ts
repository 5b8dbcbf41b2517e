import {
  arrangeDraft,
  arrangeItems,
  bringCourse,
  bringItems,
  bringVoices,
  composeDraft,
  copyCourse,
  copyIntoDraft,
  createCourse,
  listSamples,
  readDraft,
  readDraftLesson,
  readItems,
  readVersion,
  restoreVersion,
  reviewDraft,
  saveDraftLesson,
  saveItem,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Courses as they are being written, and the versions that were made of them. */
export function studioApp(setting: Setting) {
  const app = createApp(setting);
  const { deps, origin } = setting;
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
  operation(app, { setting, name: "reviewDraft" }, ({ principal, params, query }) =>
    reviewDraft(deps, principal, { ...params, ...query, origin }),
  );
  return app;
}
