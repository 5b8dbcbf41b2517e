import type { AccountId, LearnerId, Session, SessionId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { withoutAccount } from "../person/standing.ts";
import type { Write } from "../store/index.ts";

export type Leaving = {
  readonly learnerId: LearnerId;
  readonly accountId: AccountId;
  /** The account goes with her. */
  readonly account?: true | undefined;
};

/** A session without her; nothing when nobody is left who could use it; the same when she is not in it. Pure. */
export function without(session: Session, leaving: Leaving, now: Date): Session | undefined {
  const { learnerId, accountId, account } = leaving;
  const { learnerId: acting, ...rest } = session;
  const profiles = session.profiles.filter((each) => each.learnerId !== learnerId);
  const leftOut = session.leftOut.filter((each) => each !== learnerId);
  const isHers = session.scope === "account" && session.accountId === accountId;
  const isTouched =
    acting === learnerId ||
    profiles.length < session.profiles.length ||
    leftOut.length < session.leftOut.length;
  if (!(isHers && account) && !isTouched) return session;
  const left: Session = {
    ...rest,
    ...(acting && acting !== learnerId ? { learnerId: acting } : {}),
    ...{ profiles, leftOut },
  };
  return session.scope === "learner" || (isHers && account) ? withoutAccount(left, now) : left;
}

/** A transaction holds a hundred items, and a session takes some with it: what is more than these a worker ends a moment later. */
const AT_ONCE = 6;

/** Ends her part of the sessions that she is in, that of this request before all. */
export async function endSessions(
  { store, clock }: Pick<Deps, "store" | "clock">,
  leaving: Leaving,
  first?: SessionId,
): Promise<readonly Write[]> {
  const [own, carrying] = await Promise.all([
    store.sessions.ofAccount(leaving.accountId),
    store.sessions.carrying(leaving.accountId),
  ]);
  const each = new Map([...own, ...carrying].map((session) => [session.id, session] as const));
  const order = [...each.values()].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  const touched = order.filter((session) => without(session, leaving, clock.now()) !== session);
  const writes = await Promise.all(
    touched.slice(0, AT_ONCE).map(async ({ secretHash }) => {
      const kept = await store.sessions.bySecretHash(secretHash);
      if (!kept) return [];
      const left = without(kept.value, leaving, clock.now());
      return left
        ? [store.sessions.putWithout(left, kept.value, kept.revision)]
        : [store.sessions.remove(kept.value)];
    }),
  );
  return writes.flat();
}
