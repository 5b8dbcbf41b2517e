import type { HeldAt } from "../../store/index.ts";
import { endSessions } from "../sessions.ts";
import type { Erasing, Step } from "./step.ts";

/**
 * Every way in, and what she is called by: what the first transaction could not hold, and what a restored backup brought back. Only
 * where all of her goes.
 */
export const ways: Step = async ({ deps, erasure }) => {
  if (erasure.organisationId !== undefined) return { found: false };
  const { people, cards, erasures } = deps.store;
  const { learnerId, accountId } = erasure;
  const [learner, card, person] = await Promise.all([
    people.learner(learnerId),
    cards.ofLearner(learnerId),
    people.person(accountId, { fresh: true }),
  ]);
  const isAlone =
    erasure.account === true &&
    (person?.memberships ?? []).length === 0 &&
    (person?.learners ?? []).every(({ id }) => id === learnerId);
  const sessions = await endSessions(deps, { ...erasure, account: isAlone || undefined });
  const writes = [
    ...(learner ? [erasures.removeLearner(learner)] : []),
    ...(card ? [cards.remove(card)] : []),
    ...(isAlone && person ? [erasures.removeAccount(person.account)] : []),
    ...sessions,
  ];
  // Stale: somebody wrote one of them at this moment; the next round finds it.
  if (writes.length > 0) await deps.store.commit(writes);
  const left = await leftOvers(deps, { learnerId, accountId, isAlone });
  return { found: writes.length > 0 || left };
};

async function leftOvers(
  { store }: Erasing["deps"],
  {
    learnerId,
    accountId,
    isAlone,
  }: Pick<Erasing["erasure"], "learnerId" | "accountId"> & { readonly isAlone: boolean },
): Promise<boolean> {
  const ofAccount: readonly HeldAt[] = isAlone
    ? [
        { of: "identities", accountId },
        { of: "pin", accountId },
        { of: "account", accountId },
        { of: "reminders", accountId },
      ]
    : [];
  const places: readonly HeldAt[] = [
    { of: "card", learnerId },
    { of: "carried", accountId },
    ...ofAccount,
  ];
  let found = false;
  for (const at of places) {
    const { rows } = await store.erasures.rows(at, undefined);
    const hers = rows.filter(
      ({ data }) =>
        at.of !== "carried" || (data as { learnerId?: unknown } | null)?.learnerId === learnerId,
    );
    await store.erasures.remove(hers);
    found ||= hers.length > 0;
  }
  return found;
}
