import type { Attempt, AttemptId, Enrolment, Quiz } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Kept } from "../store.ts";
import { shuffled } from "./grading.ts";

const DAY = 86_400_000;
/** How long a ticket holds: as long as a phone may stay away before its learner must sign in again (`person/session.ts`). */
export const TICKET_DAYS = 30;
/** How much later a hand-in may still arrive: from one weekly market, where there is network, to the next. */
export const GRACE_DAYS = 7;

/** Until when we take a hand-in with a ticket that expires then. Our own clock is looked at, never the phone's. */
export const deadlineOf = (expiresAt: Date): Date =>
  new Date(expiresAt.getTime() + GRACE_DAYS * DAY);

/** The next sitting of an enrolment, not begun: its items in their order. Whole seconds, as tokens have them. Pure. */
export function reservedAttempt(
  { learnerId, courseId, version, quiz: { tries } }: Enrolment,
  quiz: Quiz,
  { id, now }: { id: AttemptId; now: Date },
): Attempt {
  const reservedAt = Math.floor(now.getTime() / 1000) * 1000;
  return {
    id,
    learnerId,
    courseId,
    version,
    number: tries + 1,
    itemIds: shuffled(quiz.items, id).map((item) => item.id),
    reservedAt: new Date(reservedAt).toISOString(),
    expiresAt: new Date(reservedAt + TICKET_DAYS * DAY).toISOString(),
  };
}

/** The sitting that a ticket was given for, while it holds and nobody has opened it as far as we know. */
export async function reservedNow(
  deps: Deps,
  { learnerId, courseId, quiz: { reserved } }: Enrolment,
): Promise<Kept<Attempt> | undefined> {
  if (!reserved || Date.parse(reserved.expiresAt) <= deps.clock.now().getTime()) return undefined;
  const kept = await deps.store.enrolments.attempt(learnerId, courseId, reserved.attemptId);
  return kept && !kept.value.startedAt ? kept : undefined;
}
