import {
  confirmObservation,
  listObservations,
  listOwnObservations,
  readObserving,
  readPhoto,
  recordObservation,
  type Pins,
} from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

export type AssessmentSetting = Setting & { readonly pins: Pins };

/** Skills that somebody saw, and what their learners say to it. */
export function observationRoutes(
  app: ReturnType<typeof createApp>,
  setting: AssessmentSetting,
): void {
  const { deps, pins } = setting;
  operation(app, { setting, name: "readObserving" }, ({ principal, params, query }) =>
    readObserving(deps, principal, { id: params.cohortId, ...query }),
  );
  operation(app, { setting, name: "recordObservation" }, ({ principal, params, body }) =>
    recordObservation(deps, principal, { ...params, body }, pins),
  );
  operation(app, { setting, name: "listObservations" }, ({ principal, params }) =>
    listObservations(deps, principal, params),
  );
  operation(app, { setting, name: "listOwnObservations" }, ({ principal, params, query }) =>
    listOwnObservations(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "confirmObservation" }, ({ principal, params, body }) =>
    confirmObservation(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "readPhoto" }, ({ principal, params }) =>
    readPhoto(deps, principal, params),
  );
}
