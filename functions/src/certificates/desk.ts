import {
  decideProposal,
  listBatches,
  listCandidates,
  listCertificates,
  listExpiring,
  listProposals,
  proposeAct,
  readBatch,
  startBatch,
  steerBatch,
} from "@twiza/core";
import type { Hono } from "hono";
import type { Env, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** The register, what waits for a second person, and issuing to many at once. */
export function deskRoutes(app: Hono<Env>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "listCertificates" }, ({ principal, query }) =>
    listCertificates(deps, principal, query),
  );
  operation(app, { setting, name: "listExpiring" }, ({ principal, query }) =>
    listExpiring(deps, principal, { after: query.after }),
  );
  operation(app, { setting, name: "listProposals" }, ({ principal, query }) =>
    listProposals(deps, principal, { after: query.after }),
  );
  operation(app, { setting, name: "proposeAct" }, ({ principal, params, body }) =>
    proposeAct(deps, principal, { id: params.certificateId, body }),
  );
  operation(app, { setting, name: "decideProposal" }, ({ principal, params, body }) =>
    decideProposal(deps, principal, { id: params.certificateId, body }),
  );
  operation(app, { setting, name: "listCandidates" }, ({ principal, params, query }) =>
    listCandidates(deps, principal, { ...params, cohortId: query.cohortId, after: query.after }),
  );
  operation(app, { setting, name: "listBatches" }, ({ principal, query }) =>
    listBatches(deps, principal, { after: query.after }),
  );
  operation(app, { setting, name: "startBatch" }, ({ principal, body }) =>
    startBatch(deps, principal, body),
  );
  operation(app, { setting, name: "readBatch" }, ({ principal, params, query }) =>
    readBatch(deps, principal, { id: params.batchId, after: query.after }),
  );
  operation(app, { setting, name: "steerBatch" }, ({ principal, params, body }) =>
    steerBatch(deps, principal, { id: params.batchId, body }),
  );
}
