import type { Assignment } from "@twiza/contract";
import { byRubric } from "@twiza/contract/handing";
import { nearest, t } from "#lib";
import type { Marking, Submission } from "./noted.ts";

/** How the percent of a hand-in came about, sentence by sentence. */
export function howOf(
  { markings, outcome }: Pick<Submission, "markings" | "outcome">,
  { leastPercent, criteria }: Pick<Assignment, "leastPercent" | "criteria">,
): readonly string[] {
  if (!outcome) return [];
  const { by, percent } = outcome;
  const [one, other] = markings.map((marking) => marking.percent);
  const made =
    by === "one" || one === undefined || other === undefined
      ? t("work.how.one", { percent })
      : t(`work.how.${by}`, { one, other, percent });
  const last = markings.at(-1);
  const below = last && !outcome.passed ? belowIn(last, { leastPercent, criteria }) : [];
  return [
    made,
    t("work.how.rubric", { count: criteria.length, least: leastPercent }),
    ...below.map((criterion) => t("work.how.below", { criterion })),
  ];
}

/** Criteria below the level that each needs by itself, as they are called. */
function belowIn(
  { chosen }: Marking,
  rubric: Pick<Assignment, "leastPercent" | "criteria">,
): readonly string[] {
  const { below } = byRubric(rubric, chosen);
  return rubric.criteria
    .filter(({ id }) => below.includes(id))
    .map(({ title }) => nearest(title).text);
}
