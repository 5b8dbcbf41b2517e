import type { LearnerId, Me, Session } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import { Refused } from "../refused.ts";
import type { Person } from "../store/index.ts";
import type { Asking } from "./device.ts";
import { readMe } from "./me.ts";
import { sessionInHand } from "./session.ts";
import { ownLearnersOf, principalFor, withoutAccount } from "./standing.ts";

/**
 * Lets the session act for another learner of this device; without one, for the account whose contact was proven here.
 * @throws Refused `not_found` for anybody else
 */
export async function chooseLearner(
  deps: Deps,
  { cookieHash }: Asking,
  learnerId: LearnerId | undefined,
): Promise<Me> {
  const chosen = await decide(deps, async () => {
    const { value, revision, person } = await sessionInHand(deps, cookieHash);
    const now = deps.clock.now();
    const { learnerId: former, ...rest } = value;
    if (learnerId && !principalFor(value, person, now).learnerIds.includes(learnerId))
      throw new Refused("not_found");
    if (!learnerId && value.scope === "learner") throw new Refused("not_found");
    const session: Session = learnerId ? { ...rest, learnerId } : rest;
    const writes = former === learnerId ? [] : [deps.store.sessions.put(session, revision)];
    return { reply: principalFor(session, person, now), writes };
  });
  return readMe(deps, chosen);
}

/**
 * Takes a learner off this device. Her learning stays where it is, and her other devices with it; here she must prove herself
 * again. With the last learner the session ends, unless staff still need it.
 * @throws Refused `not_found` for somebody who is not on this device
 */
export function removeProfile(
  deps: Deps,
  { cookieHash }: Asking,
  learnerId: LearnerId,
): Promise<{ left: number }> {
  return decide(deps, async () => {
    const { value, revision, person } = await sessionInHand(deps, cookieHash);
    const now = deps.clock.now();
    const { learnerIds } = principalFor(value, person, now);
    if (!learnerIds.includes(learnerId)) throw new Refused("not_found");
    const session = without(value, { learnerId, person, now });
    const reply = { left: learnerIds.length - 1 };
    if (!session) return { reply, writes: [deps.store.sessions.remove(value)] };
    return { reply, writes: [deps.store.sessions.putWithout(session, value, revision)] };
  });
}

/** The session without one learner; nothing when nobody is left who could use it. */
export function without(
  session: Session,
  { learnerId, person, now }: { learnerId: LearnerId; person: Person; now: Date },
): Session | undefined {
  const { learnerId: acting, ...rest } = session;
  const profiles = session.profiles.filter((profile) => profile.learnerId !== learnerId);
  const others: Session = {
    ...rest,
    ...(acting && acting !== learnerId ? { learnerId: acting } : {}),
    profiles,
  };
  if (session.scope === "learner") return withoutAccount(others, now);
  if (profiles.length < session.profiles.length) return others;
  const left = { ...others, leftOut: [...session.leftOut, learnerId] };
  const isUsed = person.memberships.length > 0 || ownLearnersOf(left, person).length > 0;
  return isUsed ? left : withoutAccount(left, now);
}
