import { gapsOf, isChosen } from "@twiza/contract/marking";
import { writtenWords } from "../html/write-html.ts";
import { escaped } from "./gift-escape.ts";
import type { WrittenQuestion } from "./written-question.ts";

/** What would be taken for something else at the beginning of an answer. */
const FORMAT = /^\s*\[(?:html|markdown|plain|moodle)\]/;
const WEIGHT = /^\s*%/;

/** Parts of a mark as Moodle lets them be, in percent. */
const part = (count: number, sign = ""): string => `%${sign}${Number((100 / count).toFixed(5))}%`;

/** Words of a question in its own format: those of one in HTML are HTML. */
export const worded = (isHtml: boolean) => (text: string) => {
  const written = escaped(isHtml ? writtenWords(text) : text);
  return FORMAT.test(text) ? `[${isHtml ? "html" : "plain"}]${written}` : written;
};
type Say = ReturnType<typeof worded>;
/** What somebody is to write is plain everywhere. */
const plain = worded(false);

function choices({ options, question, credit }: WrittenQuestion, say: Say): string[] {
  const rights = options.filter(({ right }) => right).length;
  return options.map(({ text, right, feedback }) => {
    const said = feedback ? `#${say(feedback)}` : "";
    const isSeveral = question === "multiple";
    const sign = right && !isSeveral ? "=" : "~";
    const whole = WEIGHT.test(text) ? (right ? "%100%" : "%0%") : "";
    const less = isSeveral && credit ? part(rights, "-") : whole;
    return `\t${sign}${right ? (isSeveral ? part(rights) : whole) : less}${say(text)}${said}`;
  });
}

/** An arrow would part what is asked from what belongs to it: HTML has another way to write one. */
const withoutArrow = (text: string, say: Say): string =>
  text.includes("->") ? `[html]${escaped(writtenWords(text))}` : say(text);

/** A star would stand for any words. */
const written = ({ options }: WrittenQuestion, say: Say): string[] =>
  options.map(({ text, right, feedback }) => {
    const said = feedback ? `#${withoutArrow(feedback, say)}` : "";
    return `\t=%${right ? 100 : 0}%${plain(text.replaceAll("*", String.raw`\*`))}${said}`;
  });

const paired = (text: string, pair: string, say: Say): string =>
  `\t=${withoutArrow(text, say)} -> ${escaped(pair)}`;

/** What stands in the braces. Steps in their order are a match of each with its number. */
export function answersOf(question: WrittenQuestion, say: Say): string[] {
  const { options, number } = question;
  if (number) return [`\t#${number.value}:${number.tolerance}`];
  switch (question.question) {
    // Empty braces ask for words of one's own.
    case "open":
      return [];
    case "short":
      return written(question, say);
    case "match":
      return options.map(({ text, pair = "" }) => paired(text, pair, say));
    case "order":
      return options.map(({ text }, at) => paired(text, String(at + 1), say));
    case "cloze": {
      const [gap = ""] = gapsOf(options);
      return isChosen(options, gap) ? choices(question, say) : written(question, say);
    }
    default:
      return choices(question, say);
  }
}
