import { plainTextOf } from "../compose/rich-text.ts";
import { oneLine } from "../flow/one-line.ts";
import { isHeld } from "./held.ts";
import type { WrittenQuestion } from "./written-question.ts";

const letterAt = (at: number): string => String.fromCharCode(65 + at);

const written = ({ prompt, options }: WrittenQuestion): string =>
  [
    oneLine(plainTextOf(prompt)),
    ...options.map(({ text }, at) => `${letterAt(at)}. ${oneLine(text)}`),
    `ANSWER: ${letterAt(options.findIndex(({ right }) => right))}`,
  ].join("\n");

/**
 * Questions as Aiken has them, which `readAiken` reads back to the same: those of one right answer, each text on one line. What is
 * said to an answer, hints and pictures stay.
 */
export const writeAiken = (questions: readonly WrittenQuestion[]): string =>
  `${questions
    .filter((question) => isHeld("aiken", question))
    .map(written)
    .join("\n\n")}\n`;
