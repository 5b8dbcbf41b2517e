import type { QuestionBlock } from "@twiza/contract";
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

/** The letters of the right options. */
export const rightOf = ({ options }: QuestionBlock): readonly string[] =>
  options.flatMap(({ right }, index) => (right ? [letterOf(index)] : []));
