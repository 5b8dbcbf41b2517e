import type { Answer, Attempt, Enrolment, FlagReason, HandIn, Manifest } from "@twiza/contract";
import { withEarned } from "../enrolment/completion.ts";
import type { Expected } from "../store.ts";

/**
 * What was answered, in one spelling: the order of answers and options says nothing, the first answer to an item counts, and no
 * option chosen is no answer. Two hand-ins with the same print are the same.
 */
export function printOf(answers: readonly Answer[]): string {
  const first = new Map<string, unknown>();
  for (const answer of answers) {
    const given = "number" in answer ? answer.number : [...new Set(answer.options)].sort();
    if (!first.has(answer.itemId)) first.set(answer.itemId, given);
  }
  const given = [...first].filter(([, it]) => !Array.isArray(it) || it.length > 0);
  return JSON.stringify(given.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A sitting and what the store is believed to hold of it. */
export type Sat = { readonly value: Attempt; readonly expected: Expected };

type Arrived = {
  readonly answers: readonly Answer[];
  readonly receivedAt: Date;
  /** By our clock; only a sitting that began without us has one. */
  readonly deadline?: Date | undefined;
};

/**
 * Does it count? The first hand-in of a sitting does, if it is in time and a try is left for it. The same answers again are
 * `same`; whatever else differs is for a person to decide, and why. Pure.
 */
export function verdictOn(
  attempt: Pick<Attempt, "startedAt" | "submittedAt" | "answers">,
  { answers, receivedAt, deadline }: Arrived,
  { tries, triesAllowed }: { tries: number; triesAllowed: number },
): "counts" | "same" | readonly [FlagReason, ...FlagReason[]] {
  if (attempt.submittedAt)
    return printOf(attempt.answers ?? []) === printOf(answers) ? "same" : ["ticket.used"];
  // We saw it begin: its try is counted, and it has no deadline.
  if (attempt.startedAt) return "counts";
  const late: FlagReason[] = deadline && receivedAt > deadline ? ["ticket.expired"] : [];
  const beyond: FlagReason[] = tries >= triesAllowed ? ["attempt.none_left"] : [];
  const [reason, ...more] = [...late, ...beyond];
  return reason ? [reason, ...more] : "counts";
}

/** A sitting with its enrolment: `manifest` is of the version that she is on, the pass mark of the one that was sat, if another. */
type Counting = {
  readonly attempt: Attempt;
  readonly enrolment: Enrolment;
  readonly manifest: Manifest;
  readonly passMarkPercent?: number;
};

/**
 * The sitting and the enrolment once a hand-in counts: its try is counted if it was not, the first hand-in stands, and the best
 * result is kept. What is passed by the version that was sat stays passed, though she was moved meanwhile. Pure.
 */
export function counted(
  { attempt, enrolment, manifest, passMarkPercent = manifest.passMarkPercent }: Counting,
  handIn: HandIn,
  now: string,
): { attempt: Attempt; enrolment: Enrolment } {
  const { reserved, ...quiz } = enrolment.quiz;
  const tries = quiz.tries + (attempt.startedAt ? 0 : 1);
  const { receivedAt, ...given } = handIn;
  const isPassedBefore = attempt.version !== enrolment.version && handIn.percent >= passMarkPercent;
  const stands: Attempt = {
    ...attempt,
    ...given,
    number: attempt.startedAt ? attempt.number : tries,
    startedAt: attempt.startedAt ?? receivedAt,
    submittedAt: receivedAt,
  };
  const after = {
    ...enrolment,
    quiz: {
      ...quiz,
      tries,
      bestPercent: Math.max(handIn.percent, quiz.bestPercent ?? 0),
      ...(isPassedBefore ? { passed: true as const } : {}),
      ...(reserved && reserved.attemptId !== attempt.id ? { reserved } : {}),
    },
  };
  return {
    attempt: attempt.submittedAt ? attempt : stands,
    enrolment: withEarned(after, manifest, now),
  };
}
