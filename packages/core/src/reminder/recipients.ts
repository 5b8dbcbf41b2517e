import type { AccountId, Certificate } from "@twiza/contract";
import type { Deps } from "../deps.ts";

export type Recipient = { readonly accountId: AccountId; readonly isOwn?: true };
export type Recipients = (certificate: Certificate) => Promise<readonly Recipient[]>;

/** A transaction holds a hundred items; nobody has so many who teach and administer. */
const MOST = 90;

/** Who hears that a certificate ends: its holder, the trainers of her group, the administrators of its organisation; each once. */
export function recipientsOf({ store }: Deps): Recipients {
  const administrators = remembered(async (organisationId: Certificate["organisationId"]) => {
    const found: AccountId[] = [];
    let after: string | undefined;
    do {
      const page = await store.people.members(organisationId, after);
      for (const { value } of page.values)
        if (value.roles.includes("administrator")) found.push(value.accountId);
      after = page.next;
    } while (after !== undefined);
    return found;
  });
  const trainers = remembered(async (of: string) => {
    const [organisationId, cohortId] = of.split(" ") as [
      Certificate["organisationId"],
      NonNullable<Certificate["cohortId"]>,
    ];
    return (await store.cohorts.byId(organisationId, cohortId))?.value.trainerIds ?? [];
  });
  return async ({ learnerId, organisationId, cohortId }) => {
    const learner = await store.people.learner(learnerId);
    const staff = new Set([
      ...(cohortId ? await trainers(`${organisationId} ${cohortId}`) : []),
      ...(await administrators(organisationId)),
    ]);
    const own = learner?.value.accountId;
    if (own) staff.delete(own);
    return [
      ...(own ? [{ accountId: own, isOwn: true as const }] : []),
      ...[...staff].map((accountId) => ({ accountId })),
    ].slice(0, MOST);
  };
}

/** A whole group ends on one day: who teaches it is asked once a run. */
function remembered<K, V>(ask: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}
