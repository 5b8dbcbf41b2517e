import { readLearnerPassport, readPassport } from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** What learners have shown that they can do, from evidence. */
export function passportRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "readPassport" }, ({ principal, query }) =>
    readPassport(deps, principal, query.learnerId),
  );
  operation(app, { setting, name: "readLearnerPassport" }, ({ principal, params }) =>
    readLearnerPassport(deps, principal, params),
  );
}
