import type { Card, CohortId, Hash, IntentId, LearnerId, LetIn, MadeCard } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { loadCohort } from "../cohort/cohort.ts";
import type { Deps } from "../deps.ts";
import { decide, digest, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { actingFor } from "./acting.ts";
import { learnerIn, opened } from "./entry-ticket.ts";
import { learnerSession, type OpenedSession } from "./session.ts";

type Printed = { intentId: IntentId; codeHash: Hash };

const madeOf = ({ learnerId, createdAt, madeBy }: Card): MadeCard => ({
  learnerId,
  createdAt,
  ...(madeBy === undefined ? {} : { madeBy }),
});

/** The card of the learner in hand: that there is one, and who made it. Its code is nowhere but on the paper. */
export async function readCard(deps: Deps, principal: Principal): Promise<{ card?: MadeCard }> {
  const { learnerId } = actingFor(principal);
  const kept = await deps.store.cards.ofLearner(learnerId);
  return kept ? { card: madeOf(kept.value) } : {};
}

/** Makes the card of the learner in hand; her former one ends with it. */
export function createCard(deps: Deps, principal: Principal, body: Printed): Promise<MadeCard> {
  const learning = actingFor(principal);
  const asked = { principal: learning, operation: "card.create", request: body };
  return once(deps, asked, async () => {
    const { learnerId, accountId } = learning;
    const former = await deps.store.cards.ofLearner(learnerId);
    const card = cardOf(deps, { learnerId, accountId, by: learning.accountId }, body);
    return { reply: madeOf(card), writes: [deps.store.cards.put(card, former)] };
  });
}

/** Ends the card of the learner in hand. @throws Refused `not_found` when she has none */
export function endCard(deps: Deps, principal: Principal): Promise<{ ended: true }> {
  const { learnerId } = actingFor(principal);
  return decide(deps, async () => {
    const kept = found(await deps.store.cards.ofLearner(learnerId));
    return { reply: { ended: true }, writes: [deps.store.cards.remove(kept)] };
  });
}

type Whose = { readonly id: CohortId; readonly learnerId: LearnerId };

/** Makes the card of a learner of the cohort, on the word of whoever teaches it. */
export function createCardFor(
  deps: Deps,
  principal: Principal,
  { id, learnerId, ...body }: Whose & Printed,
): Promise<MadeCard> {
  const request = { ...body, learnerId };
  return once(deps, { principal, operation: `card.create ${id}`, request }, async () => {
    const { value: cohort } = await loadCohort(deps, principal, { id, action: "learner:vouch" });
    const learner = await learnerIn(deps, cohort, learnerId);
    const former = await deps.store.cards.ofLearner(learnerId);
    const { accountId } = learner;
    const card = {
      ...cardOf(deps, { learnerId, accountId, by: principal.accountId }, body),
      madeBy: principal.name.slice(0, 200),
    };
    const line = auditLine(deps, principal, {
      organisationId: cohort.organisationId,
      action: "card.made",
      subjectId: learnerId,
      subjectName: learner.name,
      note: cohort.name,
    });
    return { reply: madeOf(card), writes: [deps.store.cards.put(card, former), line] };
  });
}

/** Ends the card of a learner of the cohort, as when it was lost. @throws Refused `not_found` when there is none */
export function endCardOf(
  deps: Deps,
  principal: Principal,
  { id, learnerId }: Whose,
): Promise<{ ended: true }> {
  return decide(deps, async () => {
    const { value: cohort } = await loadCohort(deps, principal, { id, action: "learner:vouch" });
    const learner = await learnerIn(deps, cohort, learnerId);
    const kept = found(await deps.store.cards.ofLearner(learnerId));
    const line = auditLine(deps, principal, {
      organisationId: cohort.organisationId,
      action: "card.ended",
      subjectId: learnerId,
      subjectName: learner.name,
      note: cohort.name,
    });
    return { reply: { ended: true }, writes: [deps.store.cards.remove(kept), line] };
  });
}

type Owner = Pick<Card, "learnerId" | "accountId"> & { readonly by: Card["madeById"] };

const cardOf = (deps: Deps, { by, ...owner }: Owner, { codeHash }: Printed): Card => ({
  ...owner,
  codeHash,
  seed: deps.newSecret(),
  createdAt: deps.clock.now().toISOString(),
  madeById: by,
});

type On = {
  readonly intentId: IntentId;
  readonly device: string;
  readonly former: string | undefined;
};

/**
 * Opens a session for the learner of a card, as often as she needs it. The same phone asking again gets the same session.
 * @throws Refused `card.unknown`, `profile.too_many`
 */
export function redeemCard(
  deps: Deps,
  code: string,
  { intentId, device, former }: On,
): Promise<OpenedSession & LetIn> {
  return decide(deps, async () => {
    const hash = await digest(code);
    const { value: card } = found(await deps.store.cards.byCodeHash(hash), "card.unknown");
    const { learnerId, accountId } = card;
    const cookie = await digest(`${card.seed} ${intentId}`);
    const secretHash = await digest(cookie);
    const { name } = found(await deps.store.people.learner(learnerId)).value;
    const reply = { ...opened(cookie), learnerId, name };
    if (await deps.store.sessions.bySecretHash(secretHash)) return { reply, writes: [] };
    const session = { learnerId, accountId, secretHash, device, former };
    return { reply, writes: await learnerSession(deps, session) };
  });
}
