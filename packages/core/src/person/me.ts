import type { Language, Me, Profile } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Person } from "../store/index.ts";

/** Who is here. Whoever did not prove the account's contact on this device learns nothing of the account. */
export async function readMe(deps: Deps, principal: Principal): Promise<Me> {
  const person = found(await deps.store.people.person(principal.accountId, { fresh: true }));
  const { id, language, contact, name } = person.account.value;
  const { ownsAccount, staff, organisationId, roles } = principal;
  const learners = await profilesOf(deps, principal, person);
  const learner = learners.find((each) => each.id === principal.learnerId);
  const memberships = ownsAccount ? person.memberships : [];
  return {
    account: { id, language, ...(ownsAccount ? { contact, name } : {}) },
    ownsAccount,
    learners,
    ...(learner ? { learner } : {}),
    ...(staff ? { staff: { name: staff.name } } : {}),
    ...(organisationId ? { organisationId } : {}),
    roles: [...roles],
    memberships: memberships.map(({ organisationId, organisationName, roles }) => ({
      organisationId,
      organisationName,
      roles,
    })),
  };
}

/** The learners of this device as it shows them. Those of other accounts are read one by one: they are few. */
async function profilesOf(deps: Deps, principal: Principal, person: Person): Promise<Profile[]> {
  const profiles = await Promise.all(
    principal.profiles.map(async ({ learnerId, provenAt }) => {
      const learner =
        person.learners.find((each) => each.id === learnerId) ??
        (await deps.store.people.learner(learnerId))?.value;
      if (!learner) return [];
      const { accountId: _a, createdAt: _c, ...look } = learner;
      return [{ ...look, provenAt }];
    }),
  );
  return profiles.flat();
}

export function chooseLanguage(
  deps: Deps,
  principal: Principal,
  language: Language,
): Promise<{ language: Language }> {
  return decide(deps, async () => {
    const { value, revision } = found(await deps.store.people.account(principal.accountId));
    const writes =
      value.language === language
        ? []
        : [deps.store.people.putAccount({ ...value, language }, revision)];
    return { reply: { language }, writes };
  });
}
