import { decideFlag, listFlags, readFlag } from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** What could be counted by no rule and waits for a person. */
export function flagRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "listFlags" }, ({ principal, query }) =>
    listFlags(deps, principal, query),
  );
  operation(app, { setting, name: "readFlag" }, ({ principal, params }) =>
    readFlag(deps, principal, params.flagId),
  );
  operation(app, { setting, name: "decideFlag" }, ({ principal, params, body }) =>
    decideFlag(deps, principal, { id: params.flagId, body }),
  );
}
