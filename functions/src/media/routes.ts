import { describeMedia, grantUpload, listMedia, takeUpload } from "@twiza/core";
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
  operation(app, { setting, name: "listMedia" }, ({ principal, query }) =>
    listMedia(deps, principal, query),
  );
  operation(app, { setting, name: "describeMedia" }, ({ principal, params, body }) =>
    describeMedia(deps, principal, { ...params, body }),
  );
  return app;
}
