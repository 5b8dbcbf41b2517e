import {
  arrangeDraft,
  composeDraft,
  readDraft,
  readDraftLesson,
  readVersion,
  restoreVersion,
  reviewDraft,
  saveDraftLesson,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Courses as they are being written, and the versions that were made of them. */
export function studioApp(setting: Setting) {
  const app = createApp(setting);
  const { deps, origin } = setting;
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
