import type { Enrolment, Manifest } from "@twiza/contract";

type Quiz = Enrolment["quiz"];
type Results = NonNullable<Quiz["results"]>;

/** What she has got so far, with one result more. Where the first are not known, the best of them stands for all. Pure. */
export function withResult({ results, bestPercent }: Quiz, percent: number): Results {
  const before =
    results ??
    (bestPercent === undefined
      ? undefined
      : { first: bestPercent, last: bestPercent, sum: bestPercent, count: 1 });
  if (!before) return { first: percent, last: percent, sum: percent, count: 1 };
  return { ...before, last: percent, sum: before.sum + percent, count: before.count + 1 };
}

/** The result that counts by the rules of the test, in percent, rounded down; nothing before there is one. Pure. */
export function countedPercent(
  { rules }: Pick<Manifest["quiz"], "rules">,
  { bestPercent, results }: Pick<Quiz, "bestPercent" | "results">,
): number | undefined {
  if (!results) return bestPercent;
  switch (rules?.counts) {
    case "first":
      return results.first;
    case "last":
      return results.last;
    case "average":
      return Math.floor(results.sum / results.count);
    default:
      return bestPercent;
  }
}
