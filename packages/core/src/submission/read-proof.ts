import type { Hash, Proof, Submission } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import type { Deps } from "../deps.ts";
import { base64Of } from "../media/base64.ts";
import { actingFor } from "../person/acting.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Wanted } from "./load.ts";
import { ownView, staffView, voicesOf } from "./view.ts";

/** A function replies with six megabytes at most, and a third comes on top of it as letters. */
const STRETCH = 1024 * 1024;

type Asked = Wanted & { readonly hash: Hash; readonly from?: number | undefined };
type Stretch = {
  readonly type: string;
  readonly bytes: number;
  readonly base64: string;
  readonly next?: number;
};

/**
 * A stretch of one piece of a hand-in, or of what was said to it, for its learner and for those who may read it. The hash alone opens
 * nothing: it must be in what this person reads of it. @throws Refused `not_found`
 */
export async function readProof(
  deps: Deps,
  principal: Principal,
  { cohortId, submissionId, hash, from = 0 }: Asked,
): Promise<Stretch> {
  const { value } = found(await deps.store.submissions.byId(cohortId, submissionId));
  const { proofs, markings } = await viewFor(deps, principal, value);
  const all: Proof[] = [...proofs, ...markings.flatMap(voicesOf)];
  const { type, bytes } = found(all.find((proof) => proof.hash === hash));
  const to = Math.min(bytes, from + STRETCH);
  if (from >= bytes) found(undefined);
  const stretch = found(await deps.privateBlobs.stretch(hash, { from, to }));
  return { type, bytes, base64: base64Of(stretch), ...(to < bytes ? { next: to } : {}) };
}

async function viewFor(deps: Deps, principal: Principal, submission: Submission) {
  const { organisationId, cohortId, learnerId } = submission;
  if (principal.learnerIds.includes(learnerId)) {
    // A learner who is carried on the phone has her role though the session stands for somebody else.
    const learning = actingFor(principal, learnerId);
    authorise(learning, "submission:read", { organisationId, own: true });
    return ownView(submission);
  }
  if (principal.organisationId !== organisationId) found(undefined);
  const { value: cohort } = found(await deps.store.cohorts.byId(organisationId, cohortId));
  authorise(principal, "submission:read", cohortSubject(cohort, principal));
  const own = await isOwnLearner(deps, principal.accountId, learnerId);
  return own ? ownView(submission) : staffView(submission, principal);
}
