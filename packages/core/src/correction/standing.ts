import type { Enrolment, Manifest } from "@twiza/contract";
import { countedPercent } from "../attempt/counting.ts";

/** A hand-in that counted, as it was marked and as it is marked by now. */
export type Result = {
  /** When it counted. */
  readonly at: string;
  readonly from: number;
  readonly to: number;
  /** What passes in the version that was sat, where she is on another by now. */
  readonly formerMark?: number | undefined;
};

/** What marking anew means for the result that counts. */
export type Difference = {
  readonly from: number;
  readonly to: number;
  /** She passes now and did not before. */
  readonly passes: boolean;
  /** Her result would no longer pass, and she stays passed. */
  readonly keeps: boolean;
};

/**
 * Where she stands by what her hand-ins are worth now. A figure may fall, since two who answered alike have the same; what was passed
 * stays passed. Pure.
 * @param results all that counted, at least one
 */
export function standingBy(
  quiz: Enrolment["quiz"],
  results: readonly Result[],
  { quiz: test, passMarkPercent }: Pick<Manifest, "quiz" | "passMarkPercent">,
): { readonly quiz: Enrolment["quiz"]; readonly difference: Difference } {
  const inOrder = results.toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const figures = inOrder.map(({ to }) => to);
  const [first = 0] = figures;
  const after: Enrolment["quiz"] = {
    ...quiz,
    bestPercent: Math.max(...figures),
    results: {
      first,
      last: figures.at(-1) ?? first,
      sum: figures.reduce((sum, each) => sum + each, 0),
      count: figures.length,
    },
  };
  const from = countedPercent(test, quiz) ?? 0;
  const to = countedPercent(test, after) ?? 0;
  const wasPassed = quiz.passed === true || from >= passMarkPercent;
  const isPassedThere = results.some(({ to: got, formerMark }) => got >= (formerMark ?? 101));
  const keeps = wasPassed && !quiz.passed && to < passMarkPercent;
  const isPassed = wasPassed || isPassedThere || to >= passMarkPercent;
  return {
    quiz: { ...after, ...(keeps || isPassedThere ? { passed: true as const } : {}) },
    difference: { from, to, passes: !wasPassed && isPassed, keeps },
  };
}
