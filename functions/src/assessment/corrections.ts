import {
  correctItem,
  listRegraded,
  listRegrades,
  listSittings,
  readCorrectable,
  readSitting,
  steerRegrade,
  tryCorrection,
} from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** What of published questions is corrected, the marking anew that follows, and how marks came about. */
export function correctionRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "readCorrectable" }, ({ principal, params }) =>
    readCorrectable(deps, principal, params),
  );
  operation(app, { setting, name: "tryCorrection" }, ({ principal, params, body }) =>
    tryCorrection(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "correctItem" }, ({ principal, params, body }) =>
    correctItem(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listRegrades" }, ({ principal, params }) =>
    listRegrades(deps, principal, params.courseId),
  );
  operation(app, { setting, name: "listRegraded" }, ({ principal, params, query }) =>
    listRegraded(deps, principal, {
      courseId: params.courseId,
      number: Number(params.number),
      after: query.after,
    }),
  );
  operation(app, { setting, name: "steerRegrade" }, ({ principal, params, body }) =>
    steerRegrade(deps, principal, {
      courseId: params.courseId,
      number: Number(params.number),
      body,
    }),
  );
  operation(app, { setting, name: "listSittings" }, ({ principal, params }) =>
    listSittings(deps, principal, params),
  );
  operation(app, { setting, name: "readSitting" }, ({ principal, params }) =>
    readSitting(deps, principal, params),
  );
}
