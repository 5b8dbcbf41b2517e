import type { Certificate } from "@twiza/contract";
import { may } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { tiesTo } from "./acting.ts";
import type { Proposal } from "./propose.ts";
import { certificatesOf } from "./register.ts";

type Proposed = Certificate & { readonly proposal: Proposal };
const isProposed = (certificate: Certificate): certificate is Proposed =>
  certificate.proposal !== undefined;

/** What waits for a second person, and whom one may ask: a trainer sees what concerns her cohorts. */
export async function listProposals(
  deps: Deps,
  principal: Principal,
  { after }: { readonly after?: After },
) {
  const organisationId = found(principal.organisationId);
  const page = await deps.store.certificates.proposed(organisationId, after);
  const certificates = (await certificatesOf(deps, page.values)).filter(isProposed);
  const lines = await Promise.all(certificates.map((each) => lineFor(deps, principal, each)));
  return {
    proposals: lines.flatMap((line) => (line ? [line] : [])),
    approvers: await approversBeside(deps, principal),
    ...nextOf(page),
  };
}

async function lineFor(deps: Deps, principal: Principal, certificate: Proposed) {
  const ties = await tiesTo(deps, principal, certificate);
  const isOwn = certificate.proposal.by === principal.accountId;
  // Her own certificate is none of her business here, whatever role she has.
  const own = await isOwnLearner(deps, principal.accountId, certificate.learnerId);
  if (!may(principal, "certificate:propose", { ...ties, own })) return undefined;
  const mayApprove = !isOwn && may(principal, "certificate:decide", { ...ties, own });
  return { certificate, isOwn, mayApprove };
}

/** The names of the other administrators. */
async function approversBeside({ store }: Deps, principal: Principal): Promise<string[]> {
  const page = await store.people.members(found(principal.organisationId), undefined);
  return page.values.flatMap(({ value: { accountId, name, roles } }) =>
    roles.includes("administrator") && accountId !== principal.accountId ? [name] : [],
  );
}
