import type { Enrolment, IntentId, LearnerId, OrganisationId } from "@twiza/contract";
import { isSimplePin } from "@twiza/contract/observing";
import { auditLine } from "../audit.ts";
import type { Deps } from "../deps.ts";
import { type Decision, once } from "../intent.ts";
import type { Pins } from "../ports.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { actingFor, type Learning, type Whose } from "./acting.ts";

type Wish = {
  readonly intentId: IntentId;
  readonly as: "learner" | "account";
  readonly pin: string;
} & Whose;
type Set = { set: true };
type Hashed = { readonly hash: string; readonly salt: string; readonly setAt: string };

/**
 * Keeps the PIN by which one confirms on another's phone, in place of a former one. What is kept of it, the intent's own trace too, is
 * its slow hash. @throws Refused `pin.simple`, `not_found` for an account that nobody of staff proved here
 */
export async function setPin(
  deps: Deps,
  principal: Principal,
  { as, pin, learnerId, intentId }: Wish,
  pins: Pins,
): Promise<Set> {
  if (isSimplePin(pin)) throw new Refused("pin.simple");
  const isLearner = as === "learner";
  const actor = isLearner ? actingFor(principal, learnerId) : principal;
  if (!isLearner && !actor.ownsAccount) throw new Refused("not_found");
  const salt = `${isLearner ? found(actor.learnerId) : actor.accountId} ${intentId}`;
  const hash = await pins.hash(pin, salt);
  const asked = { principal: actor, operation: `me.pin ${as}`, request: { intentId, hash } };
  const hashed = { hash, salt, setAt: deps.clock.now().toISOString() };
  return once(deps, asked, () =>
    isLearner
      ? setOfLearner(deps, actingFor(principal, learnerId), {
          hashed,
          beside: staffBeside(principal, actor),
        })
      : setOfAccount(deps, principal, hashed),
  );
}

/** Who else is signed in on the phone where a learner chooses hers. */
const staffBeside = (principal: Principal, learning: Principal): string | undefined =>
  learning.accountId === principal.accountId ? principal.staff?.name : principal.name;

async function setOfAccount(
  deps: Deps,
  principal: Principal,
  hashed: Hashed,
): Promise<Decision<Set>> {
  const { accountId } = principal;
  const organisationId = found(principal.organisationId);
  const former = await deps.store.pins.ofAccount(accountId);
  const pin = { accountId, ...hashed };
  const line = auditLine(deps, principal, {
    organisationId,
    action: "pin.set",
    subjectId: accountId,
    subjectName: principal.name.slice(0, 300),
  });
  const writes = [deps.store.pins.putOfAccount(pin, former?.revision ?? "absent"), line];
  return { reply: { set: true }, writes };
}

/** A transaction holds a hundred items: so many courses are marked, and so many trails told. */
const MOST_MARKED = 60;
const MOST_TOLD = 20;

/** Each of her courses says that she has one, so that a list of learners need not ask; each organisation's trail has it once. */
async function setOfLearner(
  deps: Deps,
  { learnerId, accountId }: Learning,
  { hashed, beside }: { readonly hashed: Hashed; readonly beside: string | undefined },
): Promise<Decision<Set>> {
  const { people, pins, enrolments } = deps.store;
  const [former, learner, taken] = await Promise.all([
    pins.ofLearner(learnerId),
    people.learner(learnerId),
    allOf(deps, learnerId),
  ]);
  const { value, revision } = found(learner);
  const organisations = new Set(taken.map((each) => each.value.organisationId));
  const lineIn = (organisationId: OrganisationId): Write =>
    auditLine(
      deps,
      { accountId, name: value.name },
      {
        ...{ organisationId, action: "pin.set", subjectId: learnerId, subjectName: value.name },
        // On a phone where somebody of staff is signed in: who looks at the trail may want to ask.
        ...(beside ? { note: beside } : {}),
      },
    );
  const writes = [
    pins.putOfLearner({ learnerId, ...hashed }, former?.revision ?? "absent"),
    ...(value.hasPin ? [] : [people.changeLearner({ ...value, hasPin: true }, revision)]),
    ...taken
      .filter((each) => !each.value.hasPin)
      .slice(0, MOST_MARKED)
      .map((each) => enrolments.put({ ...each.value, hasPin: true }, each.revision)),
    ...[...organisations].slice(0, MOST_TOLD).map(lineIn),
  ];
  return { reply: { set: true }, writes };
}

async function allOf(deps: Deps, learnerId: LearnerId): Promise<readonly Kept<Enrolment>[]> {
  const taken: Kept<Enrolment>[] = [];
  let after: string | undefined;
  do {
    const page = await deps.store.enrolments.ofLearner(learnerId, after);
    taken.push(...page.values);
    after = page.next;
  } while (after !== undefined);
  return taken;
}
