import type { Certificate } from "@twiza/contract";
import { type Action, authorise, type Subject } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";

/** What ties her to a certificate, but for its being hers: whether she teaches its cohort. */
export async function tiesTo(
  { store }: Deps,
  principal: Principal,
  { organisationId, cohortId }: Certificate,
): Promise<Subject> {
  const isHere = organisationId === principal.organisationId;
  const cohort =
    cohortId && isHere
      ? await store.cohorts.byId(organisationId, cohortId, { fresh: false })
      : undefined;
  return {
    organisationId,
    cohort: cohort?.value.trainerIds.includes(principal.accountId) ?? false,
  };
}

/**
 * That she may do this to a certificate of somebody else.
 * @throws Refused `not_found` as if there were none; `certificate.own` for her own, whatever roles she has
 */
export async function mayActOn(
  deps: Deps,
  principal: Principal,
  { certificate, action }: { readonly certificate: Certificate; readonly action: Action },
): Promise<void> {
  const ties = await tiesTo(deps, principal, certificate);
  authorise(principal, action, { ...ties, own: false });
  const own = await isOwnLearner(deps, principal.accountId, certificate.learnerId);
  if (own) throw new Refused("certificate.own");
}
