import type {
  Answer,
  Attempt,
  AttemptId,
  AttemptResult,
  CourseId,
  DeviceClaims,
  Enrolment,
  GradedResult,
  HandIn,
  IntentId,
  Manifest,
  Tells,
  TicketClaims,
} from "@twiza/contract";
import { MARKING } from "@twiza/contract/marking";
import { type Judged, judgedNow } from "../correction/judged.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { completionOf, triesAllowedTo, triesLeftOf } from "../enrolment/completion.ts";
import { contentIn } from "../enrolment/versions.ts";
import { hold } from "../flag/hold.ts";
import { type Decision, once } from "../intent.ts";
import { actingFor, type Learning, type Whose } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { grade } from "./grading.ts";
import { counted, keepable, type Sat, verdictOn } from "./hand-in.ts";
import { loadToWrite } from "./load.ts";
import { deadlineOf, type Drawn, reservedAttempt, timesFor } from "./reserve.ts";
import { itemsIn } from "./sitting.ts";
import {
  closingFor,
  endOf,
  isToldAll,
  lastMomentOf,
  minutesFor,
  tookTooLong,
} from "./sitting-rules.ts";
import { mustPromise, readTicket } from "./ticket.ts";

type Asked = {
  readonly courseId: CourseId;
  readonly attemptId: AttemptId;
  readonly body: Whose & {
    readonly intentId: IntentId;
    readonly answers: readonly Answer[];
    readonly claims?: DeviceClaims | undefined;
    readonly offline?: (DeviceClaims & { readonly ticket: string }) | undefined;
  };
};

/**
 * Grades a sitting where the keys are and keeps the best result; what has no answer counts as wrong. What cannot count by rule
 * (late, another hand-in stands, no try left) is kept whole and waits for a person.
 * @throws Refused `attempt.closed` when so many already wait, `ticket.required` for a sitting that was taken along, and what
 * `readTicket` throws
 */
export async function submitAttempt(
  deps: Deps,
  principal: Principal,
  asked: Asked,
): Promise<AttemptResult> {
  const { attemptId } = asked;
  const { learnerId, ...request } = asked.body;
  const learning = actingFor(principal, learnerId);
  const intent = { principal: learning, operation: `attempt.submit ${attemptId}`, request };
  const reply = await once(deps, intent, () => handIn(deps, learning, asked));
  // Replies that were kept before a hand-in could wait say no state: all of them were graded.
  return "state" in reply ? reply : { ...(reply as GradedResult), state: "graded" };
}

async function handIn(
  deps: Deps,
  learning: Learning,
  { courseId, attemptId, body }: Asked,
): Promise<Decision<AttemptResult>> {
  const { offline } = body;
  const answers = keepable(body.answers);
  // Before the enrolment: should another hand-in count in between, the enrolment that is told is the one after it.
  const kept = await deps.store.enrolments.attempt(learning.learnerId, courseId, attemptId);
  const { value: enrolment, revision, manifest } = await loadToWrite(deps, learning, courseId);
  const ticket = offline && (await readTicket(deps, offline.ticket, { enrolment, attemptId }));
  // A sitting is of the version that it was begun in, though she was moved meanwhile.
  const version = kept?.value.version ?? ticket?.version ?? enrolment.version;
  const content = await contentIn(deps, enrolment, version);
  const [quiz, { passMarkPercent, quiz: test }] = await Promise.all([
    readQuiz(deps, content.quiz),
    readManifest(deps, content.manifest),
  ]);
  const sat = await sittingFor(kept, ticket, {
    enrolment: { ...enrolment, version },
    drawn: { ...quiz, ...test, closing: undefined },
  });
  if (!ticket && !sat.value.startedAt) throw new Refused("ticket.required");
  const judged = await judgedNow(deps, courseId, itemsIn(quiz, sat.value.itemIds));

  const minutes = minutesFor(test.rules ?? {}, enrolment.quiz);
  const now = deps.clock.now();
  const said = offline ?? body.claims;
  const arrived: HandIn = {
    answers: [...answers],
    percent: grade(judged.items, answers, judged).percent,
    rules: MARKING,
    ...judged.known,
    receivedAt: now.toISOString(),
    ...(said ? { claims: claimsOf(said) } : {}),
  };
  const verdict = verdictOn(
    sat.value,
    {
      answers,
      receivedAt: now,
      deadline: sat.value.startedAt
        ? await lastMoment(deps, sat.value, { enrolment, minutes, now })
        : ticket && deadlineOf(new Date(ticket.exp * 1000)),
      tookTooLong: offline && tookTooLong(offline, minutes),
    },
    { tries: enrolment.quiz.tries, triesAllowed: triesAllowedTo(manifest, enrolment.quiz) },
  );
  const graded = (of: Enrolment, given: readonly Answer[]) =>
    gradedResult(
      { enrolment: of, manifest, judged, passMarkPercent, tells: test.rules?.tells },
      given,
    );
  if (verdict === "same") return { reply: graded(enrolment, sat.value.answers ?? []), writes: [] };
  if (verdict !== "counts") {
    const held = await hold(deps, {
      ...{ enrolment, manifest, content, sat },
      handIn: arrived,
      reasons: verdict,
    });
    return held === "accepted" ? { reply: graded(enrolment, answers), writes: [] } : held;
  }
  const counting = { attempt: sat.value, enrolment, manifest, passMarkPercent };
  const after = counted(counting, arrived, arrived.receivedAt);
  const writes = [
    deps.store.enrolments.putAttempt(after.attempt, sat.expected),
    deps.store.enrolments.put(after.enrolment, revision),
  ];
  return { reply: graded(after.enrolment, answers), writes };
}

type Late = { readonly enrolment: Enrolment; readonly minutes: number | undefined; readonly now: Date }; // prettier-ignore

/**
 * Until when a hand-in counts of a sitting that we saw begin. Only of one that comes later is it asked whether she, or her cohort,
 * was given more time since.
 */
async function lastMoment(
  deps: Deps,
  { startedAt, endsAt }: Attempt,
  { enrolment, minutes, now }: Late,
): Promise<Date | undefined> {
  if (!endsAt || !startedAt) return undefined;
  if (now <= lastMomentOf(endsAt)) return lastMomentOf(endsAt);
  const closing = closingFor(await timesFor(deps, enrolment), enrolment.quiz);
  const ends = endOf(startedAt, { minutes, closing });
  return ends ? lastMomentOf(ends) : undefined;
}

const claimsOf = ({ openedAt, closedAt, deviceId, seq }: DeviceClaims): DeviceClaims => ({
  openedAt,
  closedAt,
  deviceId,
  seq,
});

/**
 * The sitting as we hold it. One that we lost, in a table that was put back to an earlier second, is made again from its ticket:
 * we signed it, and the order of its items follows from its id.
 */
async function sittingFor(
  kept: Kept<Attempt> | undefined,
  ticket: TicketClaims | undefined,
  { enrolment, drawn }: { enrolment: Enrolment; drawn: Drawn },
): Promise<Sat> {
  if (!ticket) {
    const { value, revision } = found(kept);
    return { value, expected: revision };
  }
  const promised = { id: ticket.jti, now: new Date(ticket.iat * 1000) };
  const value = kept?.value ?? reservedAttempt(enrolment, drawn, promised);
  await mustPromise(ticket, value);
  return { value, expected: kept?.revision ?? "absent" };
}

type Graded = {
  readonly enrolment: Enrolment;
  readonly manifest: Manifest;
  /** Items of the version that was sat, those of the sitting. */
  readonly judged: Judged;
  readonly passMarkPercent: number;
  readonly tells: Tells | undefined;
};

/** What the learner is told: right or wrong for each item, and where she stands. */
function gradedResult(
  { enrolment, manifest, judged, passMarkPercent, tells }: Graded,
  answers: readonly Answer[],
): GradedResult {
  const { percent, items } = grade(judged.items, answers, judged);
  const standing = {
    passed: percent >= passMarkPercent,
    triesLeft: triesLeftOf(manifest, enrolment.quiz),
  };
  return {
    state: "graded",
    percent,
    ...standing,
    bestPercent: enrolment.quiz.bestPercent ?? percent,
    ...(tells ? { tells } : {}),
    items: isToldAll(tells, standing) ? items.map((item) => ({ ...item })) : [],
    completion: completionOf(manifest, enrolment),
  };
}
