import { changeGrade, readGradebook, readReach } from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** What learners have in each part of a course, and what people say of it. */
export function gradeRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "readGradebook" }, ({ principal, params, query }) =>
    readGradebook(deps, principal, { id: params.cohortId, after: query.after }),
  );
  operation(app, { setting, name: "changeGrade" }, ({ principal, params, body }) =>
    changeGrade(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readReach" }, ({ principal, params }) =>
    readReach(deps, principal, params),
  );
}
