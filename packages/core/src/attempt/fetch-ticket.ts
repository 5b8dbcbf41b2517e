import type { CourseId, IntentId, Ticket } from "@twiza/contract";
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
import { closingFor, mustBeOpen } from "./sitting-rules.ts";
import { ticketOf } from "./ticket.ts";

/**
 * Reserves the next sitting for a phone that may be without network. While it is neither opened nor expired, every asking gives
 * the same one: one sitting in advance, and no choice among orders of items. The try is counted when it is opened.
 * @throws Refused `attempt.none_left`, `attempt.not_open`, `attempt.over`
 */
export async function fetchTicket(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { courseId: CourseId; body: Whose & { intentId: IntentId } },
): Promise<Ticket> {
  const { learnerId, ...request } = body;
  const learning = actingFor(principal, learnerId);
  const asked = { principal: learning, operation: `attempt.ticket ${courseId}`, request };
  const begun = await once(deps, asked, () => reserve(deps, learning, courseId));
  const { attempt } = begun;
  const { triesAllowed, ...sitting } = await sittingOf(deps, begun);
  return {
    ...sitting,
    attemptId: attempt.id,
    issuedAt: attempt.reservedAt ?? "",
    expiresAt: attempt.expiresAt ?? "",
    // Signed after the reservation is kept: should signing fail, asking again finds it.
    ticket: await ticketOf(deps, attempt, triesAllowed),
  };
}

async function reserve(
  deps: Deps,
  learning: Learning,
  courseId: CourseId,
): Promise<Decision<Begun>> {
  const { value: enrolment, revision, manifest } = await loadToWrite(deps, learning, courseId);
  const triesAllowed = triesAllowedTo(manifest, enrolment.quiz);
  if (enrolment.quiz.tries >= triesAllowed) throw new Refused("attempt.none_left");
  const times = await timesFor(deps, enrolment);
  mustBeOpen(times, enrolment.quiz, deps.clock.now());
  const given = allowed(enrolment.quiz);
  const standing = await reservedNow(deps, enrolment);
  if (standing) {
    const { value: attempt } = standing;
    const content = await contentIn(deps, enrolment, attempt.version);
    return { reply: { attempt, content, triesAllowed, ...given }, writes: [] };
  }
  const { content } = enrolment;
  const drawn = await readDrawn(deps, content, closingFor(times, enrolment.quiz));
  const attempt = reservedAttempt(enrolment, drawn, {
    id: deps.newId("attempt"),
    now: deps.clock.now(),
  });
  const reserved = { attemptId: attempt.id, expiresAt: attempt.expiresAt ?? "" };
  const writes = [
    deps.store.enrolments.putAttempt(attempt, "absent"),
    deps.store.enrolments.put({ ...enrolment, quiz: { ...enrolment.quiz, reserved } }, revision),
  ];
  return { reply: { attempt, content, triesAllowed, ...given }, writes };
}
