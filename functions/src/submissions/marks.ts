import { listMarkedCourses, listMarkedLearners, readAlike, readMarks } from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** How marks came about, for auditors, and answers that are more alike than chance would make them, for who leads a group. */
export function markRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "readAlike" }, ({ principal, params }) =>
    readAlike(deps, principal, params.cohortId),
  );
  operation(app, { setting, name: "listMarkedCourses" }, ({ principal, query }) =>
    listMarkedCourses(deps, principal, query.after),
  );
  operation(app, { setting, name: "listMarkedLearners" }, ({ principal, params, query }) =>
    listMarkedLearners(deps, principal, { ...params, after: query.after }),
  );
  operation(app, { setting, name: "readMarks" }, ({ principal, params, query }) =>
    readMarks(deps, principal, { ...params, after: query.after }),
  );
}
