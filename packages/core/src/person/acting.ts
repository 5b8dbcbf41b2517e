import type { LearnerId } from "@twiza/contract";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";

/**
 * Whose learning a request is about: the learner that it names, if the session may act for her, else the one chosen.
 * @throws Refused `not_found` for a learner who is not on this device, as if she did not exist; `learner.required` when none
 * is named and none is there
 */
export function learnerOf(principal: Principal, wanted?: LearnerId): LearnerId {
  if (wanted === undefined) return found(principal.learnerId, "learner.required");
  if (!principal.learnerIds.includes(wanted)) throw new Refused("not_found");
  return wanted;
}

/** A principal narrowed to one learner: her account, the learner's role, and nobody else. */
export type Learning = Principal & { readonly learnerId: LearnerId };

/**
 * The same person as that learner alone. Intents go under the learner's own account, so that a repeat is known whoever was
 * chosen on the phone meanwhile. @throws as `learnerOf`
 */
export function actingFor(principal: Principal, wanted?: LearnerId): Learning {
  const learnerId = learnerOf(principal, wanted);
  const { sessionId, name } = principal;
  const profiles = principal.profiles.filter((each) => each.learnerId === learnerId);
  const accountId = profiles[0]?.accountId ?? principal.accountId;
  return {
    accountId,
    sessionId,
    name,
    roles: ["learner"],
    learnerId,
    learnerIds: [learnerId],
    profiles,
    ownsAccount: principal.ownsAccount && accountId === principal.accountId,
  };
}

/** Part of a wish, left out of what an intent is compared by: the same wish with and without it is the same wish. */
export type Whose = { readonly learnerId?: LearnerId | undefined };
