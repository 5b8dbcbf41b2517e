import type { DraftGrading, Grading } from "@twiza/contract";
import { type Mark, meets, weigh } from "@twiza/contract/grading";

type Parts = DraftGrading["parts"];
/** What somebody with these results would have: the total, and what of it is missing, by part; `total` is the total itself. */
export type Outcome = { readonly percent?: number; readonly missing: readonly string[] };

/** By the rule that the server weighs with. */
export function outcomeOf(
  results: Readonly<Record<string, number>>,
  { parts, grading }: { parts: Parts; grading: Grading | undefined },
): Outcome {
  const marks = parts.map(({ part, passPercent }): Mark => {
    const percent = results[part] ?? 0;
    const passes = percent >= passPercent;
    return { part, percent, passes, state: passes ? "passed" : "not_passed" };
  });
  const { percent } = weigh(grading?.categories ?? [], marks);
  const missing = marks.filter((mark) => !meets(mark, grading?.least?.[mark.part]));
  const isLow = percent !== undefined && percent < (grading?.passPercent ?? 0);
  return {
    ...(percent === undefined ? {} : { percent }),
    missing: [...missing.map(({ part }) => part), ...(isLow ? ["total"] : [])],
  };
}
