import type { PublicItem, QuestionBlock } from "@twiza/contract";

/** What a learner gave to a question of practice. */
export type Given = { readonly options: readonly string[] } | { readonly number: number };
/** A reason, and where in the question it is spoken. */
export type Why = { readonly place: string; readonly text: string };
export type Verdict = { readonly right: boolean; readonly why: readonly Why[] };

/**
 * Whether it is as most questions are: not of a rarer kind, and without picture, hint, parts that count and options that are heard. What shows the others comes
 * when there is one: see `answers`. A quote within a text is written with a stroke before it, so that no text is taken for a member.
 */
export const isPlain = (asked: QuestionBlock | PublicItem): boolean =>
  !/"(?:credit|heard|hint|picture)":|"question":"(?:cl|ma|[hlos])/.test(JSON.stringify(asked));

/** What shows the others, in lessons and in tests. @throws TypeError without network, until it was used once */
export const bringAnswers = () => import("./answers/bring.ts");

/** Right or wrong, and why. Every right option and no other must be chosen; a number may be off by the tolerance. */
export function gradePractice(block: QuestionBlock, given: Given): Verdict {
  const general = block.feedback ? [{ place: "why", text: block.feedback }] : [];
  if ("number" in given) {
    const { value = Number.NaN, tolerance = 0 } = block.number ?? {};
    // 0.1 + 0.2 is not 0.3 in binary: a hair of slack keeps a right answer right.
    const slack = tolerance + Math.abs(value) * 1e-9;
    return { right: Math.abs(given.number - value) <= slack, why: general };
  }
  const chosen = block.options.filter(({ id }) => given.options.includes(id));
  const right =
    chosen.length > 0 && block.options.every((option) => option.right === chosen.includes(option));
  const why = chosen.flatMap(({ id, feedback }) =>
    feedback ? [{ place: `option/${id}/why`, text: feedback }] : [],
  );
  return { right, why: why.length > 0 ? why : general };
}
