import type { QuestionBlock, RichText } from "@twiza/contract";
import { plainTextOf } from "../compose/rich-text.ts";
import { writeHtml, writtenWords } from "../html/write-html.ts";
import type { ImportedQuestion } from "../imported.ts";
import { escaped } from "./gift-escape.ts";

/** A question as it goes out, of a lesson or as a reader answered with it. */
export type WrittenQuestion = ImportedQuestion | QuestionBlock;

const isPlain = ({ content }: RichText): boolean =>
  content.every(({ type, content: texts = [] }) => type === "paragraph" && texts.every((text) => !("marks" in text && text.marks))); // prettier-ignore

/** What would be taken for something else at the beginning of an answer. */
const FORMAT = /^\s*\[(?:html|markdown|plain|moodle)\]/;
const WEIGHT = /^\s*%/;

/** Parts of a mark as Moodle lets them be, in percent. */
const part = (count: number): string => `%${Number((100 / count).toFixed(5))}%`;

/** Words of a question in its own format: those of one in HTML are HTML. */
const worded = (isHtml: boolean) => (text: string) => {
  const written = escaped(isHtml ? writtenWords(text) : text);
  return FORMAT.test(text) ? `[${isHtml ? "html" : "plain"}]${written}` : written;
};

function optionsOf(
  { options, question }: WrittenQuestion,
  say: (text: string) => string,
): string[] {
  const rights = options.filter(({ right }) => right).length;
  return options.map(({ text, right, feedback }) => {
    const said = feedback ? `#${say(feedback)}` : "";
    const isSeveral = question === "multiple";
    const sign = right && !isSeveral ? "=" : "~";
    const whole = WEIGHT.test(text) ? (right ? "%100%" : "%0%") : "";
    return `\t${sign}${right && isSeveral ? part(rights) : whole}${say(text)}${said}`;
  });
}

/** A tag ends at its bracket, and at the end of its line. */
const tagged = (text: string): string =>
  text.replaceAll(/[%[\]\r\n]/g, (sign) => encodeURIComponent(sign));

/** What GIFT has no place for is a tag, which other programs keep as a tag. */
function tagsOf({ question, number }: WrittenQuestion): string[] {
  if (question === "truefalse") return ["// [tag:truefalse]"];
  const { unit = "" } = number ?? {};
  return unit === "" ? [] : [`// [tag:unit=${tagged(unit)}]`];
}

function writeQuestion(block: WrittenQuestion): string {
  const { prompt, number, feedback } = block;
  const isHtml = !isPlain(prompt);
  const say = worded(isHtml);
  const asked = isHtml ? writeHtml(prompt) : plainTextOf(prompt);
  const answers = number ? [`\t#${number.value}:${number.tolerance}`] : optionsOf(block, say);
  const general = feedback ? [`\t####${say(feedback)}`] : [];
  return [
    ...tagsOf(block),
    `[${isHtml ? "html" : "plain"}]${escaped(asked)}{`,
    ...answers,
    ...general,
    "}",
  ].join("\n");
}

/**
 * Questions in GIFT, as Moodle and many others read them; `readGift` reads them back to the same. One that is true or false goes out
 * as a choice of its two answers, so that these keep their words. Spaces at the ends and empty lines within answers are lost.
 */
export const writeGift = (questions: readonly WrittenQuestion[]): string =>
  `${questions.map(writeQuestion).join("\n\n")}\n`;
