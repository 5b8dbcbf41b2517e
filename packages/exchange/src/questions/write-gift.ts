import type { RichText } from "@twiza/contract";
import { plainTextOf } from "../compose/rich-text.ts";
import { writeHtml } from "../html/write-html.ts";
import { answersOf, worded } from "./gift-answers.ts";
import { escaped } from "./gift-escape.ts";
import { tagsOf } from "./gift-tags.ts";
import { isHeld } from "./held.ts";
import { withLines } from "./one-gap.ts";
import type { WrittenQuestion } from "./written-question.ts";

const isPlain = ({ content }: RichText): boolean =>
  content.every(({ type, content: texts = [] }) => type === "paragraph" && texts.every((text) => !("marks" in text && text.marks))); // prettier-ignore

function writeQuestion(block: WrittenQuestion): string {
  const { feedback, question } = block;
  const prompt = question === "cloze" ? withLines(block.prompt) : block.prompt;
  const isHtml = !isPlain(prompt);
  const say = worded(isHtml);
  const asked = isHtml ? writeHtml(prompt) : plainTextOf(prompt);
  const general = feedback ? [`\t####${say(feedback)}`] : [];
  return [
    ...tagsOf(block),
    `[${isHtml ? "html" : "plain"}]${escaped(asked)}{`,
    ...answersOf(block, say),
    ...general,
    "}",
  ].join("\n");
}

/**
 * Questions in GIFT, as Moodle and many others read them; `readGift` reads them back to the same. One that is true or false goes out
 * as a choice of its two answers, so that these keep their words; steps in their order as a match with their numbers. What it has no
 * place for stays (`isHeld`), and so do pictures. Spaces at the ends and empty lines within answers are lost.
 */
export const writeGift = (questions: readonly WrittenQuestion[]): string =>
  `${questions
    .filter((question) => isHeld("gift", question))
    .map(writeQuestion)
    .join("\n\n")}\n`;
