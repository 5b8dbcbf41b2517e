import {
  type Asking,
  addLanguage,
  changeApproval,
  changeLearner,
  chooseLanguage,
  chooseLearner,
  chooseOrganisation,
  createCard,
  createLearner,
  createOrganisation,
  digest,
  endCard,
  endSession,
  eraseLearner,
  grantMembership,
  listAudit,
  listLanguages,
  listMembers,
  listOrganisations,
  listSessions,
  type Pins,
  type Principal,
  readCard,
  readErasable,
  readErased,
  readMe,
  removeLanguage,
  removeProfile,
  setPin,
  signIn,
  signOut,
} from "@twiza/core";
import type { Identity } from "@twiza/platform/identity";
import type { Guesses } from "@twiza/platform/limits";
import type { Context } from "hono";
import type { AddressOf } from "../http/address.ts";
import { cookieOf, createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";
import { authRoutes } from "./auth.ts";
import { partnershipRoutes } from "./partnerships.ts";
import { waysIn } from "./ways-in.ts";

export type PeopleSetting = Setting & {
  readonly identity: Identity;
  readonly guesses: Guesses;
  readonly pins: Pins;
  readonly addressOf: AddressOf;
};

/** Accounts, sessions, organisations, members, the audit trail, and signing in. */
export function peopleApp(setting: PeopleSetting) {
  const app = createApp(setting);
  const { deps, origin, identity } = setting;
  const asking = async (principal: Principal, c: Context): Promise<Asking> => ({
    principal,
    cookieHash: await digest(cookieOf(c, origin) ?? ""),
  });
  operation(app, { setting, name: "readMe" }, ({ principal }) => readMe(deps, principal));
  operation(app, { setting, name: "chooseLanguage" }, ({ principal, body }) =>
    chooseLanguage(deps, principal, body.language),
  );
  operation(app, { setting, name: "createLearner" }, async ({ principal, body, context }) =>
    createLearner(deps, await asking(principal, context), body),
  );
  operation(app, { setting, name: "changeLearner" }, ({ principal, params, body }) =>
    changeLearner(deps, principal, { id: params.learnerId, body }),
  );
  operation(app, { setting, name: "chooseLearner" }, async ({ principal, body, context }) =>
    chooseLearner(deps, await asking(principal, context), body.learnerId),
  );
  operation(app, { setting, name: "removeProfile" }, async ({ principal, params, context }) =>
    removeProfile(deps, await asking(principal, context), params.learnerId),
  );
  operation(app, { setting, name: "setPin" }, ({ principal, body }) =>
    setPin(deps, principal, body, setting.pins),
  );
  operation(app, { setting, name: "readCard" }, ({ principal }) => readCard(deps, principal));
  operation(app, { setting, name: "createCard" }, ({ principal, body }) =>
    createCard(deps, principal, body),
  );
  operation(app, { setting, name: "endCard" }, ({ principal }) => endCard(deps, principal));
  operation(app, { setting, name: "readErasable" }, ({ principal, params }) =>
    readErasable(deps, principal, params.learnerId),
  );
  operation(app, { setting, name: "eraseLearner" }, ({ principal, params, body }) =>
    eraseLearner(deps, principal, { ...params, body }, setting.pins),
  );
  operation(app, { setting, name: "readErased" }, ({ params }) =>
    readErased(deps, params.learnerId),
  );
  waysIn(app, setting);
  operation(app, { setting, name: "listSessions" }, ({ principal }) =>
    listSessions(deps, principal),
  );
  operation(app, { setting, name: "endSession" }, ({ principal, params }) =>
    endSession(deps, principal, params.sessionId),
  );
  operation(app, { setting, name: "chooseOrganisation" }, async ({ principal, body, context }) =>
    chooseOrganisation(deps, await asking(principal, context), body.organisationId),
  );
  operation(app, { setting, name: "listOrganisations" }, ({ principal, query }) =>
    listOrganisations(deps, principal, query.after),
  );
  operation(app, { setting, name: "createOrganisation" }, ({ principal, body }) =>
    createOrganisation(deps, principal, body),
  );
  operation(app, { setting, name: "changeApproval" }, ({ principal, body }) =>
    changeApproval(deps, principal, body),
  );
  operation(app, { setting, name: "listLanguages" }, ({ principal }) =>
    listLanguages(deps, principal),
  );
  operation(app, { setting, name: "addLanguage" }, ({ principal, params, body }) =>
    addLanguage(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "removeLanguage" }, ({ principal, params }) =>
    removeLanguage(deps, principal, params),
  );
  operation(app, { setting, name: "listMembers" }, ({ principal, query }) =>
    listMembers(deps, principal, query.after),
  );
  operation(app, { setting, name: "grantMembership" }, ({ principal, body }) =>
    grantMembership(deps, principal, body),
  );
  operation(app, { setting, name: "listAudit" }, ({ principal, query }) =>
    listAudit(deps, principal, query),
  );
  partnershipRoutes(app, setting);
  app.route(
    "/",
    authRoutes({
      identity,
      origin,
      signIn: (proof) => signIn(deps, proof),
      signOut: (cookie) => signOut(deps, cookie),
      report: (error) => setting.log.error("bug", { where: "sign-in", error }),
    }),
  );
  return app;
}
