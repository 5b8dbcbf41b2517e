import { gapsOf, isChosen } from "@twiza/contract/marking";
import type { WrittenQuestion } from "./written-question.ts";

/** Files that questions go out as: of words alone, or with what they show. */
export const QUESTION_FORMATS = ["gift", "moodle", "qti", "csv", "aiken"] as const;
export type QuestionFormat = (typeof QUESTION_FORMATS)[number];
export type WordsFormat = "gift" | "csv" | "aiken";
export type ShownFormat = Exclude<QuestionFormat, WordsFormat>;

/** Whether a file holds the pictures of questions too. */
export const isShownIn = (format: QuestionFormat): format is ShownFormat =>
  format === "moodle" || format === "qti";

/** What stands for the gap of a text in programs that know one gap for each question. */
export const GAP_SIGN = "_____";

/** Words that somebody is to write. An arrow among them makes every program take them for things to match. */
const isPlainlyWritten = ({ options }: WrittenQuestion): boolean =>
  options.every(({ text }) => !text.includes("->"));

/** A text with one gap is a question with a line to write on. */
function isOneGap(question: WrittenQuestion): boolean {
  const { options, prompt } = question;
  const [gap = "", ...others] = gapsOf(options);
  if (others.length > 0 || JSON.stringify(prompt).includes(GAP_SIGN)) return false;
  return isChosen(options, gap) || isPlainlyWritten(question);
}

/**
 * Whether a file has a place for such a question. QTI has one for each kind, Moodle for all but those that are answered on a picture
 * and scales, which tables hold and GIFT does not; of the others none shows pictures, GIFT fills one gap at most, and Aiken has one right answer of several.
 */
export function isHeld(format: QuestionFormat, asked: WrittenQuestion): boolean {
  const { question } = asked;
  if (format === "qti") return true;
  if (format === "aiken") return question === "choice" || question === "truefalse";
  if (question === "hotspot") return false;
  if (question === "likert") return format === "csv";
  if (format === "csv" || format === "moodle") return true;
  if (question === "cloze") return isOneGap(asked);
  return question !== "short" || isPlainlyWritten(asked);
}
