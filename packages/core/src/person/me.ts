import type { IntentId, Language, Learner, LearnerId, Me } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Asking } from "./device.ts";

export async function readMe(deps: Deps, principal: Principal): Promise<Me> {
  const person = found(await deps.store.people.person(principal.accountId, { fresh: true }));
  const learners = person.learners.map(({ id, name }) => ({ id, name }));
  const learner = learners.find(({ id }) => id === principal.learnerId);
  const { createdAt: _, ...account } = person.account.value;
  return {
    account,
    learners,
    ...(learner ? { learner } : {}),
    ...(principal.organisationId ? { organisationId: principal.organisationId } : {}),
    roles: [...principal.roles],
    memberships: person.memberships.map(({ organisationId, organisationName, roles }) => ({
      organisationId,
      organisationName,
      roles,
    })),
  };
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

/** Makes a learning profile, and from the same moment this session acts for it. */
export function createLearner(
  deps: Deps,
  { principal, cookieHash }: Asking,
  body: { intentId: IntentId; name: string },
): Promise<{ learnerId: LearnerId }> {
  return once(deps, { principal, operation: "learner.create", request: body }, async () => {
    const learner: Learner = {
      id: deps.newId("learner"),
      accountId: principal.accountId,
      name: body.name,
      createdAt: deps.clock.now().toISOString(),
    };
    const { value, revision } = found(
      await deps.store.sessions.bySecretHash(cookieHash),
      "session.required",
    );
    const acting = deps.store.sessions.put({ ...value, learnerId: learner.id }, revision);
    return {
      reply: { learnerId: learner.id },
      writes: [...deps.store.people.createLearner(learner), acting],
    };
  });
}
