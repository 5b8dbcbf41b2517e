import type { QuestionBlock } from "@twiza/contract";
import { gapsInText } from "../answers/gapped.ts";
import { mixed } from "../answers/mixed.ts";
import type { Chapter } from "./open.ts";

/** A question of practice as it is called on paper: the number of its lesson, then its own. */
export type Asked = {
  readonly lesson: number;
  readonly number: number;
  readonly block: QuestionBlock;
};

/** The questions of a lesson in their order, from 1. */
export const questionsOf = ({ number: lesson, body }: Chapter): readonly Asked[] =>
  (body?.blocks ?? [])
    .filter((block) => block.kind === "question")
    .map((block, index) => ({ lesson, number: index + 1, block }));

/** Each option goes by a letter that all four scripts' readers know from forms. */
export const letterOf = (option: number): string => String.fromCodePoint(0x41 + option);

/** The options as they are printed: steps not in their order, and nothing of what is to be written. */
export function printed({ key, question, options }: QuestionBlock): QuestionBlock["options"] {
  if (question === "short" || question === "cloze" || question === "open") return [];
  return question === "order" ? mixed(options, key) : options;
}

/** What belongs to the options of a match, in another order; the same words stand once. */
export function pairsOf({ key, options }: QuestionBlock): readonly string[] {
  const pairs = [...new Set(options.flatMap(({ pair }) => pair ?? []))];
  return mixed(
    pairs.map((id) => ({ id })),
    key,
  ).map(({ id }) => id);
}

/** Of each gap in the order of the text what may be chosen; of one to write in nothing. */
export const choicesOf = ({ key, prompt, options }: QuestionBlock): readonly string[][] =>
  gapsInText(prompt).map((name) => {
    const own = options.filter(({ gap }) => gap === name);
    return own.every(({ right }) => right) ? [] : mixed(own, key).map(({ text }) => text);
  });

/** What is right, as it is told at the end of the book: letters, words, or pairs of a letter and a number. */
export function rightOf(block: QuestionBlock): readonly string[] {
  const { question, options, prompt } = block;
  const right = options.filter((option) => option.right);
  const shown = printed(block);
  const letterOfOne = (option: (typeof options)[number]) => letterOf(shown.indexOf(option));
  switch (question) {
    case "short":
      return right.map(({ text }) => text);
    case "open":
      return options.map(({ text }) => text);
    case "likert":
      return [];
    case "cloze":
      return gapsInText(prompt).map((name) =>
        right.flatMap(({ gap, text }) => (gap === name ? [text] : [])).join(" / "),
      );
    case "match":
      return options.map(
        (option) => `${letterOfOne(option)}${pairsOf(block).indexOf(option.pair ?? "") + 1}`,
      );
    default:
      // Steps stand in the right order where they are written.
      return right.map(letterOfOne);
  }
}
