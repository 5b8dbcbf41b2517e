import type { Given as Marked } from "@twiza/contract/marking";
import type { Given } from "../learner/sitting.ts";
import type { Asked } from "./asked.ts";

export type { Given };

/** What was given, as it is marked; nothing while a number cannot be read. */
export function markedAs(given: Given): Marked | undefined {
  if ("answer" in given) return given.answer;
  if ("chosen" in given) return { options: given.chosen };
  return given.number === undefined ? undefined : { number: given.number };
}

/** Whether nothing of it is missing. */
export function isWhole(given: Given | undefined): given is Given {
  if (!given) return false;
  if ("answer" in given) return given.whole;
  return "chosen" in given ? given.chosen.length > 0 : given.number !== undefined;
}

/** What stands in each gap so far. */
export const inGaps = (given: Given | undefined) =>
  given && "answer" in given && "gaps" in given.answer ? given.answer.gaps : [];

/** What is seen of it: the words that were written, or those that were chosen. */
export function wordIn({ gaps }: Asked, given: Given | undefined, name: string): string {
  const answer = inGaps(given).find(({ gap }) => gap === name);
  if (!answer) return "";
  if ("text" in answer) return answer.text.trim();
  const choices = gaps.find((gap) => gap.name === name)?.choices ?? [];
  return choices.find(({ id }) => id === answer.option)?.text ?? "";
}

/** A list in which one of a name has something else; without it, the one is left out. */
export const withOne = <T>(list: readonly T[], isIt: (one: T) => boolean, it?: T): T[] => [
  ...list.filter((one) => !isIt(one)),
  ...(it === undefined ? [] : [it]),
];
