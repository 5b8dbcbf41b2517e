import type { Answer, Attempt, Enrolment, FlagReason, HandIn, Manifest } from "@twiza/contract";
import { withEarned } from "../enrolment/completion.ts";
import type { Expected } from "../store/index.ts";
import { withResult } from "./counting.ts";

/**
 * What was answered, in one spelling: the order of answers and options says nothing, the first answer to an item counts, and no
 * option chosen is no answer. Two hand-ins with the same print are the same.
 */
export function printOf(answers: readonly Answer[]): string {
  const first = new Map<string, unknown>();
  for (const answer of answers) {
    if (!first.has(answer.itemId)) first.set(answer.itemId, spelled(answer));
  }
  const given = [...first].filter(([, it]) => !Array.isArray(it) || it.length > 0);
  return JSON.stringify(given.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Beyond these a table keeps no number, and no question asks for one. */
const [LARGEST, SMALLEST] = [Number.MAX_SAFE_INTEGER, 1e-130];

/** Answers as they can be kept: a number that no table holds becomes the nearest that one does, and is as wrong as it was. */
export const keepable = (answers: readonly Answer[]): readonly Answer[] =>
  answers.map((answer) => {
    if (!("number" in answer)) return answer;
    const { number } = answer;
    const near = Math.abs(number) < SMALLEST ? 0 : Math.max(-LARGEST, Math.min(LARGEST, number));
    return near === number ? answer : { ...answer, number: near };
  });

/** One answer in one spelling; nothing that counts is an empty list. */
function spelled(answer: Answer): unknown {
  if ("number" in answer) return answer.number;
  if ("options" in answer) return [...new Set(answer.options)].sort();
  if ("text" in answer) return answer.text.trim() === "" ? [] : answer.text;
  if ("order" in answer) return unlessEmpty("order", answer.order);
  if ("pairs" in answer)
    return unlessEmpty(
      "pairs",
      firstOf(answer.pairs.map(({ option, pair }) => [option, pair] as const)),
    );
  const gaps = answer.gaps.map((each) =>
    "text" in each ? ([each.gap, each.text] as const) : ([each.gap, each.option, true] as const),
  );
  const filled = firstOf(gaps).filter(
    ([, given, isChosen]) => isChosen === true || given.trim() !== "",
  );
  return unlessEmpty("gaps", filled);
}

const unlessEmpty = (kind: string, given: readonly unknown[]): unknown =>
  given.length === 0 ? [] : { [kind]: given };

/** What was given to a thing first counts, in whatever order the things come. */
function firstOf<T extends readonly [name: string, ...given: unknown[]]>(all: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const each of all) if (!first.has(each[0])) first.set(each[0], each);
  return [...first.values()].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A sitting and what the store is believed to hold of it. */
export type Sat = { readonly value: Attempt; readonly expected: Expected };

type Arrived = {
  readonly answers: readonly Answer[];
  readonly receivedAt: Date;
  /** By our clock: until when a ticket is taken, or a sitting lasts that we saw begin. */
  readonly deadline?: Date | undefined;
  /** What the phone itself says is more time than there was. */
  readonly tookTooLong?: boolean | undefined;
};

/**
 * Does it count? The first hand-in of a sitting does, if it is in time and a try is left for it. The same answers again are
 * `same`; whatever else differs is for a person to decide, and why. Pure.
 */
export function verdictOn(
  attempt: Pick<Attempt, "startedAt" | "submittedAt" | "answers">,
  { answers, receivedAt, deadline, tookTooLong }: Arrived,
  { tries, triesAllowed }: { tries: number; triesAllowed: number },
): "counts" | "same" | readonly [FlagReason, ...FlagReason[]] {
  if (attempt.submittedAt)
    return printOf(attempt.answers ?? []) === printOf(answers) ? "same" : ["ticket.used"];
  const isLate = deadline !== undefined && receivedAt > deadline;
  // We saw it begin: its try is counted, and it lasts as long as its rules say.
  if (attempt.startedAt) return isLate ? ["attempt.late"] : "counts";
  const late: FlagReason[] = isLate ? ["ticket.expired"] : [];
  const long: FlagReason[] = tookTooLong ? ["attempt.late"] : [];
  const beyond: FlagReason[] = tries >= triesAllowed ? ["attempt.none_left"] : [];
  const [reason, ...more] = [...late, ...long, ...beyond];
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
      results: withResult(quiz, handIn.percent),
      ...(isPassedBefore ? { passed: true as const } : {}),
      ...(reserved && reserved.attemptId !== attempt.id ? { reserved } : {}),
    },
  };
  return {
    attempt: attempt.submittedAt ? attempt : stands,
    enrolment: withEarned(after, manifest, now),
  };
}
