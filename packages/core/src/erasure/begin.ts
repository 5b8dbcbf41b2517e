import {
  type Account,
  ERASED_NAME,
  type Erasable,
  type Erasure,
  type IntentId,
  type Learner,
  type LearnerId,
  type OrganisationId,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { actingFor } from "../person/acting.ts";
import type { Pins } from "../ports.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept, Person } from "../store/index.ts";
import { allOf, heldBy } from "./hers.ts";
import { endSessions } from "./sessions.ts";

/** For so long a proof counts as fresh. */
const FRESH_MINUTES = 10;

/** A learner who is to be erased, with who asks for it and what of her is meant. */
type Case = {
  readonly learner: Kept<Learner>;
  readonly person: Person;
  readonly isSelf: boolean;
  readonly isWhole: boolean;
  /** Of what is not whole, whose it is. */
  readonly organisationId?: OrganisationId | undefined;
  readonly organisations: readonly OrganisationId[];
  readonly courses: number;
  readonly certificates: number;
  readonly accountStays?: "others" | "roles" | undefined;
  readonly openTest?: Erasable["openTest"];
};

/**
 * Herself on this device, or somebody whom the administrator's organisation holds something of. @throws Refused `not_found` for anybody
 * else, as if she did not exist
 */
async function loadCase(deps: Deps, principal: Principal, learnerId: LearnerId): Promise<Case> {
  const { people } = deps.store;
  const isSelf = principal.learnerIds.includes(learnerId);
  const here = isSelf ? undefined : found(principal.organisationId);
  const learner = found(await people.learner(learnerId));
  const { accountId } = learner.value;
  if (here) {
    const own = accountId === principal.accountId;
    authorise(principal, "person:erase", { organisationId: here, own });
  }
  const [person, all] = await Promise.all([
    people.person(accountId, { fresh: true }),
    allOf(deps, learnerId),
  ]);
  const everything = [...heldBy(all.enrolments, undefined), ...heldBy(all.certificates, undefined)];
  const everywhere = [...new Set(everything.map(({ organisationId }) => organisationId))];
  if (here && !everywhere.includes(here)) throw new Refused("not_found");
  const isWhole = here === undefined || everywhere.every((each) => each === here);
  const meant = isWhole ? undefined : here;
  const others = found(person).learners.some(({ id }) => id !== learnerId);
  const roles = found(person).memberships.length > 0;
  const courses = heldBy(all.enrolments, meant);
  const openTest = await openTestOf(deps, learnerId, courses);
  return {
    ...{ learner, isSelf, isWhole, openTest, organisationId: meant },
    person: found(person),
    organisations: meant ? [meant] : everywhere,
    courses: courses.length,
    certificates: heldBy(all.certificates, meant).length,
    accountStays: roles ? "roles" : others ? "others" : undefined,
  };
}

type Taken = { readonly courseId: string; readonly courseTitle: Erasable["openTest"] };
/** A test that she has begun and that its rules let her hand in yet. */
async function openTestOf(deps: Deps, learnerId: LearnerId, courses: readonly Taken[]) {
  const now = deps.clock.now().toISOString();
  const attempts = await deps.store.enrolments.attemptsOfLearner(learnerId);
  const open = attempts.find(
    ({ value: { startedAt, submittedAt, endsAt, courseId } }) =>
      startedAt !== undefined &&
      submittedAt === undefined &&
      endsAt !== undefined &&
      endsAt > now &&
      courses.some((each) => each.courseId === courseId),
  );
  return courses.find(({ courseId }) => courseId === open?.value.courseId)?.courseTitle;
}

/** How it is proven that this is her own wish. */
async function proofOf(deps: Deps, principal: Principal, it: Case): Promise<Erasable["proof"]> {
  if (!it.isSelf) return "staff";
  const { id, accountId } = it.learner.value;
  if (it.person.account.value.contact === undefined)
    return (await deps.store.pins.ofLearner(id)) ? "pin" : "none";
  const profile = principal.profiles.find(({ learnerId }) => learnerId === id);
  const isOwn = principal.ownsAccount && principal.accountId === accountId;
  const age = deps.clock.now().getTime() - Date.parse(profile?.provenAt ?? "1970-01-01");
  return isOwn && age <= FRESH_MINUTES * 60_000 ? "given" : "code";
}

/** What would go and what would stay, before anything is done. @throws Refused `not_found` */
export async function readErasable(
  deps: Deps,
  principal: Principal,
  learnerId: LearnerId,
): Promise<Erasable> {
  const it = await loadCase(deps, principal, learnerId);
  return {
    name: it.learner.value.name,
    proof: await proofOf(deps, principal, it),
    ...{ courses: it.courses, certificates: it.certificates, isWhole: it.isWhole },
    ...(it.isWhole && it.accountStays ? { accountStays: it.accountStays } : {}),
    roles: it.person.memberships.map(({ organisationId, organisationName: name }) => ({
      ...{ organisationId, name },
    })),
    ...(it.openTest ? { openTest: it.openTest } : {}),
  };
}

type Wish = {
  readonly intentId: IntentId;
  readonly revokes: boolean;
  readonly pin?: string | undefined;
  readonly name?: string | undefined;
  readonly reason?: string | undefined;
};

/**
 * Begins to erase a learner: from this transaction on she is not there any more, and her sessions are over; a worker removes the rest.
 * It cannot be taken back.
 * @throws Refused `not_found`, `erasure.proof`, `erasure.pin`, `guess.too_many`, `erasure.name`, `erasure.open_test`
 */
export function eraseLearner(
  deps: Deps,
  principal: Principal,
  { learnerId, body }: { readonly learnerId: LearnerId; readonly body: Wish },
  pins: Pins,
): Promise<{ erased: true; isWhole: boolean }> {
  const isSelf = principal.learnerIds.includes(learnerId);
  const asking = isSelf ? actingFor(principal, learnerId) : principal;
  // What is kept of the wish holds no PIN, and no name.
  const { pin, name: _, ...request } = body;
  let proven: Promise<void> | undefined;
  const asked = { principal: asking, operation: `erasure.begin ${learnerId}`, request };
  return once(deps, asked, async () => {
    const it = await loadCase(deps, principal, learnerId);
    if (it.openTest) throw new Refused("erasure.open_test");
    const proof = await proofOf(deps, principal, it);
    // Once, however often others write in between: each try counts.
    proven ??= prove(deps, it, { proof, pin, name: body.name, pins });
    await proven;
    const erasure = erasureOf(deps, principal, it, body.revokes);
    return {
      reply: { erased: true, isWhole: it.isWhole },
      writes: [
        deps.store.erasures.put(erasure, "absent"),
        ...it.organisations
          .slice(0, MOST_TOLD)
          .map((organisationId) => lineIn(deps, principal, { it, erasure, organisationId, body })),
        ...(it.isWhole ? await goneAtOnce(deps, principal, { it, erasure }) : []),
      ],
    };
  });
}

const MOST_TOLD = 20;

type Proving = {
  readonly proof: Erasable["proof"];
  readonly pin: string | undefined;
  readonly name: string | undefined;
  readonly pins: Pins;
};

async function prove(deps: Deps, it: Case, { proof, pin, name, pins }: Proving): Promise<void> {
  const { id, name: hers } = it.learner.value;
  if (proof === "staff" && written(name) !== written(hers)) throw new Refused("erasure.name");
  if (proof === "code" || proof === "none") throw new Refused("erasure.proof");
  if (proof !== "pin") return;
  const kept = found(await deps.store.pins.ofLearner(id), "erasure.proof");
  const tried = pin === undefined ? "wrong" : await pins.check(id, pin, kept.value);
  if (tried === "locked") throw new Refused("guess.too_many");
  if (tried === "wrong") throw new Refused("erasure.pin");
}

/** The same name, however its blanks and accents came about. */
const written = (name = ""): string => name.normalize("NFC").trim().replaceAll(/\s+/g, " ");

function erasureOf(deps: Deps, principal: Principal, it: Case, revokes: boolean): Erasure {
  const { id: learnerId, accountId } = it.learner.value;
  return {
    id: deps.newId("erasure"),
    ...{ learnerId, accountId },
    ...(it.organisationId ? { organisationId: it.organisationId } : {}),
    ...(it.isWhole && !it.accountStays ? { account: true } : {}),
    ...(revokes ? { revokes } : {}),
    ...(it.isSelf ? {} : { by: principal.accountId }),
    at: deps.clock.now().toISOString(),
    ...{ state: "running", round: 1, step: 0 },
  };
}

type Line = {
  readonly it: Case;
  readonly erasure: Erasure;
  readonly organisationId: OrganisationId;
  readonly body: Wish;
};

/** That somebody was erased, when, and by whom of staff: nobody is named. */
const lineIn = (deps: Deps, principal: Principal, { it, erasure, organisationId, body }: Line) =>
  auditLine(deps, it.isSelf ? "system" : principal, {
    organisationId,
    action: "learner.erased",
    ...{ subjectId: erasure.id, subjectName: ERASED_NAME },
    // Whoever wrote it may have called her by her name.
    ...(!it.isSelf && body.reason
      ? { note: body.reason.replaceAll(it.learner.value.name, ERASED_NAME) }
      : {}),
  });

/** Name, contact and every way in go in the transaction itself. */
async function goneAtOnce(
  deps: Deps,
  principal: Principal,
  { it, erasure }: { readonly it: Case; readonly erasure: Erasure },
) {
  const { erasures, cards } = deps.store;
  const { learner, person } = it;
  const account: Kept<Account> | undefined = erasure.account ? person.account : undefined;
  const card = await cards.ofLearner(learner.value.id);
  return [
    erasures.removeLearner(learner),
    ...(account ? [erasures.removeAccount(account)] : []),
    ...(card ? [cards.remove(card)] : []),
    ...(await endSessions(deps, erasure, principal.sessionId)),
  ];
}

/** When a learner was erased, to whoever holds her id; nothing of one who was not, or whom nobody knows. */
export async function readErased(
  deps: Deps,
  learnerId: LearnerId,
): Promise<{ at?: Erasure["at"] }> {
  const erasures = await deps.store.erasures.ofLearner(learnerId);
  const whole = erasures.find(({ organisationId }) => organisationId === undefined);
  return whole ? { at: whole.at } : {};
}
