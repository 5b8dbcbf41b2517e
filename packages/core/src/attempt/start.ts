import type { Attempt, CourseId, IntentId, StartedAttempt } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { triesAllowedTo } from "../enrolment/completion.ts";
import { contentIn } from "../enrolment/versions.ts";
import { type Decision, once } from "../intent.ts";
import { actingFor, type Learning, type Whose } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { loadToWrite } from "./load.ts";
import { readDrawn, reservedAttempt, reservedNow, timesFor } from "./reserve.ts";
import { allowed, type Begun, sittingOf } from "./sitting.ts";
import { closingFor, endOf, minutesFor, mustBeOpen } from "./sitting-rules.ts";

/**
 * Begins a sitting, the reserved one where there is one: the try is counted now, so that leaving and coming back is no free look.
 * What is kept of the intent is the sitting; the items are read anew for the reply, since they would cost forty write units.
 * @throws Refused `attempt.none_left`, `attempt.not_open`, `attempt.over`
 */
export async function startAttempt(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { courseId: CourseId; body: Whose & { intentId: IntentId } },
): Promise<StartedAttempt> {
  const { learnerId, ...request } = body;
  const learning = actingFor(principal, learnerId);
  const asked = { principal: learning, operation: `attempt.start ${courseId}`, request };
  const begun = await once(deps, asked, () => open(deps, learning, courseId));
  const { triesAllowed: _, ...sitting } = await sittingOf(deps, begun);
  const { attempt } = begun;
  return { ...sitting, id: attempt.id, startedAt: attempt.startedAt ?? "" };
}

async function open(deps: Deps, learning: Learning, courseId: CourseId): Promise<Decision<Begun>> {
  const { value: enrolment, revision, manifest } = await loadToWrite(deps, learning, courseId);
  const { reserved: _, ...quiz } = enrolment.quiz;
  const tries = quiz.tries + 1;
  const triesAllowed = triesAllowedTo(manifest, quiz);
  if (tries > triesAllowed) throw new Refused("attempt.none_left");
  const times = await timesFor(deps, enrolment);
  mustBeOpen(times, quiz, deps.clock.now());
  const reserved = await reservedNow(deps, enrolment);
  const closing = closingFor(times, quiz);
  const startedAt = deps.clock.now().toISOString();
  const endsAt = endOf(startedAt, {
    minutes: minutesFor(manifest.quiz.rules ?? {}, quiz),
    closing,
  });
  const attempt: Attempt = {
    ...(reserved?.value ?? (await freshAttempt(deps, enrolment, closing))),
    number: tries,
    startedAt,
    ...(endsAt ? { endsAt } : {}),
  };
  const writes = [
    deps.store.enrolments.putAttempt(attempt, reserved?.revision ?? "absent"),
    deps.store.enrolments.put({ ...enrolment, quiz: { ...quiz, tries } }, revision),
  ];
  const content = await contentIn(deps, enrolment, attempt.version);
  return { reply: { attempt, content, triesAllowed, ...allowed(quiz) }, writes };
}

/** A sitting that nobody took along: it was never reserved and cannot expire. */
async function freshAttempt(
  deps: Deps,
  enrolment: Parameters<typeof reservedAttempt>[0],
  closing: string | undefined,
): Promise<Attempt> {
  const drawn = await readDrawn(deps, enrolment.content, closing);
  const place = { id: deps.newId("attempt"), now: deps.clock.now() };
  const { reservedAt: _r, expiresAt: _e, ...attempt } = reservedAttempt(enrolment, drawn, place);
  return attempt;
}
