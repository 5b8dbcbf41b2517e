import {
  arrangeAssignments,
  arrangeChecklists,
  readAssignments,
  readChecklists,
  readGrading,
  saveAssignment,
  saveChecklist,
  saveGrading,
} from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** What of a draft stands in its manifest beside its lessons: checklists, assignments, and what counts. */
export function draftRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "readGrading" }, ({ principal, params }) =>
    readGrading(deps, principal, params.courseId),
  );
  operation(app, { setting, name: "saveGrading" }, ({ principal, params, body }) =>
    saveGrading(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readChecklists" }, ({ principal, params }) =>
    readChecklists(deps, principal, params.courseId),
  );
  operation(app, { setting, name: "saveChecklist" }, ({ principal, params, body }) =>
    saveChecklist(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "arrangeChecklists" }, ({ principal, params, body }) =>
    arrangeChecklists(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readAssignments" }, ({ principal, params }) =>
    readAssignments(deps, principal, params.courseId),
  );
  operation(app, { setting, name: "saveAssignment" }, ({ principal, params, body }) =>
    saveAssignment(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "arrangeAssignments" }, ({ principal, params, body }) =>
    arrangeAssignments(deps, principal, { ...params, body }),
  );
}
