import {
  changeFramework,
  listFrameworks,
  readFramework,
  readFrameworkUses,
  removeFramework,
  saveFramework,
} from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** What an organisation holds its courses to. */
export function frameworkRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "listFrameworks" }, ({ principal, query }) =>
    listFrameworks(deps, principal, query.after),
  );
  operation(app, { setting, name: "readFramework" }, ({ principal, params }) =>
    readFramework(deps, principal, params.frameworkId),
  );
  operation(app, { setting, name: "saveFramework" }, ({ principal, params, body }) =>
    saveFramework(deps, principal, { id: params.frameworkId, body }),
  );
  operation(app, { setting, name: "changeFramework" }, ({ principal, params, body }) =>
    changeFramework(deps, principal, { id: params.frameworkId, body }),
  );
  operation(app, { setting, name: "readFrameworkUses" }, ({ principal, params, query }) =>
    readFrameworkUses(deps, principal, { id: params.frameworkId, after: query.after }),
  );
  operation(app, { setting, name: "removeFramework" }, ({ principal, params }) =>
    removeFramework(deps, principal, params.frameworkId),
  );
}
