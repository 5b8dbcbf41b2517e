import {
  takeDesignPicture,
  describeMedia,
  grantProof,
  grantUpload,
  listMedia,
  listRemovedMedia,
  readMediaUses,
  removeMedia,
  replaceMedia,
  restoreMedia,
  takePhoto,
  takeProof,
  takeUpload,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Pictures and recordings: bringing them, and an organisation's library of them. */
export function mediaApp(setting: Setting) {
  const app = createApp(setting);
  const { deps } = setting;
  operation(app, { setting, name: "grantUpload" }, ({ principal, body }) =>
    grantUpload(deps, principal, body),
  );
  operation(app, { setting, name: "takeUpload" }, ({ principal, body }) =>
    takeUpload(deps, principal, body),
  );
  operation(app, { setting, name: "takePhoto" }, ({ principal, body }) =>
    takePhoto(deps, principal, body),
  );
  operation(app, { setting, name: "grantProof" }, ({ principal, body }) =>
    grantProof(deps, principal, body),
  );
  operation(app, { setting, name: "takeProof" }, ({ principal, body }) =>
    takeProof(deps, principal, body),
  );
  operation(app, { setting, name: "takeDesignPicture" }, ({ principal, body }) =>
    takeDesignPicture(deps, principal, body),
  );
  operation(app, { setting, name: "listMedia" }, ({ principal, query }) =>
    listMedia(deps, principal, query),
  );
  operation(app, { setting, name: "describeMedia" }, ({ principal, params, body }) =>
    describeMedia(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readMediaUses" }, ({ principal, params }) =>
    readMediaUses(deps, principal, params),
  );
  operation(app, { setting, name: "replaceMedia" }, ({ principal, params, body }) =>
    replaceMedia(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "removeMedia" }, ({ principal, params, body }) =>
    removeMedia(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listRemovedMedia" }, ({ principal, query }) =>
    listRemovedMedia(deps, principal, query),
  );
  operation(app, { setting, name: "restoreMedia" }, ({ principal, params, body }) =>
    restoreMedia(deps, principal, { ...params, body }),
  );
  return app;
}
