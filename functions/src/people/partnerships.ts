import {
  answerPartnership,
  askPartnership,
  endPartnership,
  listPartnerships,
  readInstitution,
} from "@twiza/core";
import type { Hono } from "hono";
import type { Env, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** By which institutions agree to stand behind each other's certificates. */
export function partnershipRoutes(app: Hono<Env>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "listPartnerships" }, ({ principal, query }) =>
    listPartnerships(deps, principal, query.after),
  );
  operation(app, { setting, name: "readInstitution" }, ({ principal, params }) =>
    readInstitution(deps, principal, params.organisationId),
  );
  operation(app, { setting, name: "askPartnership" }, ({ principal, body }) =>
    askPartnership(deps, principal, body),
  );
  operation(app, { setting, name: "answerPartnership" }, ({ principal, params, body }) =>
    answerPartnership(deps, principal, { courseId: params.courseId, body }),
  );
  operation(app, { setting, name: "endPartnership" }, ({ principal, params, body }) =>
    endPartnership(deps, principal, { named: params, body }),
  );
}
