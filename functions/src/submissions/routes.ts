import {
  listLearnerSubmissions,
  listOwnSubmissions,
  listSubmissions,
  markSubmission,
  readProof,
  readSubmission,
  settleSubmission,
  submitWork,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";
import { markRoutes } from "./marks.ts";
import { passportRoutes } from "./passports.ts";

/** Work that is handed in, what people say of it, and what learners have shown by all that they did. */
export function submissionsApp(setting: Setting) {
  const app = createApp(setting);
  const { deps } = setting;
  operation(app, { setting, name: "submitWork" }, ({ principal, params, body }) =>
    submitWork(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listOwnSubmissions" }, ({ principal, params, query }) =>
    listOwnSubmissions(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "listSubmissions" }, ({ principal, params, query }) =>
    listSubmissions(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "listLearnerSubmissions" }, ({ principal, params }) =>
    listLearnerSubmissions(deps, principal, params),
  );
  operation(app, { setting, name: "readSubmission" }, ({ principal, params }) =>
    readSubmission(deps, principal, params),
  );
  operation(app, { setting, name: "markSubmission" }, ({ principal, params, body }) =>
    markSubmission(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "settleSubmission" }, ({ principal, params, body }) =>
    settleSubmission(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readProof" }, ({ principal, params, query }) =>
    readProof(deps, principal, { ...params, ...query }),
  );
  passportRoutes(app, setting);
  markRoutes(app, setting);
  return app;
}
