import { numberIn } from "../questions/number.ts";
import type { FoundOption } from "../questions/question.ts";
import { plainWords } from "../questions/gift-text.ts";
import { optionName } from "../questions/option-name.ts";
import { quoted } from "../quoted.ts";
import { elementsOf, type XmlNode } from "../xml/node.ts";
import { type Fields, written } from "./fields.ts";
import { type Alternative, type MoodleGap, withoutGaps } from "./gaps.ts";
import { type Found, tagsOf } from "./options.ts";
import { WILDCARD } from "./written.ts";

const CHOSEN = /^(?:MULTICHOICE|MC)/;
const WRITTEN = /^(?:SHORTANSWER|SA|MW)/;
const NUMERICAL = /^(?:NUMERICAL|NM)/;

/** Whether each of its gaps is one of ours. */
export const strangeGap = (gaps: readonly MoodleGap[]): string | undefined =>
  gaps.find(({ kind }) => ![CHOSEN, WRITTEN, NUMERICAL].some((each) => each.test(kind)))?.kind;

/** What is asked, with our gaps in place of Moodle's. */
export const clozeText = (text: string) => withoutGaps(text, (at) => `[[${optionName(at)}]]`);

const htmlWords = (text: string, { piece }: Fields) => plainWords({ text, format: "html" }, piece);

/** A number in a gap is words here, and so exact. */
function asWritten(text: string, { piece }: Fields): string {
  const [number = "", tolerance = "0"] = text.split(":");
  if (Number(numberIn(tolerance)) !== 0)
    piece.remarks.add("changed", "question.tolerance_dropped", { words: quoted(text) });
  return number.trim();
}

async function wordsOf(kind: string, text: string, fields: Fields): Promise<string> {
  if (NUMERICAL.test(kind)) return asWritten(text, fields);
  const words = await htmlWords(text, fields);
  return WRITTEN.test(kind) && !WILDCARD.test(words) ? words.replaceAll("\\*", "*") : words;
}

async function optionsOf({ kind, alternatives }: MoodleGap, gap: string, fields: Fields) {
  const options: FoundOption[] = [];
  const { remarks } = fields.piece;
  for (const { weight, text, feedback } of alternatives) {
    const isPart = weight > 0 && weight < 100;
    if (isPart) remarks.tally("changed", "question.weight_dropped");
    const words = await wordsOf(kind, text, fields);
    const said = feedback === "" ? "" : await htmlWords(feedback, fields);
    if (WRITTEN.test(kind) && WILDCARD.test(await htmlWords(text, fields))) {
      remarks.add("skipped", "question.pattern_dropped", {
        words: quoted([words, said].join(" ")),
      });
      continue;
    }
    // Whatever is wrong in a gap is there to be chosen; where one writes, it has no place.
    if (CHOSEN.test(kind) || weight >= 100)
      options.push({ text: words, right: weight >= 100, gap, feedback: said });
    else remarks.add("skipped", "question.feedback_dropped", { words: quoted([words, said].join(" ")) }); // prettier-ignore
  }
  return options;
}

/** A text with gaps, whose answers stand in its words. */
export async function readCloze(
  question: XmlNode,
  gaps: readonly MoodleGap[],
  fields: Fields,
): Promise<Found> {
  const options: FoundOption[] = [];
  for (const [at, gap] of gaps.entries())
    options.push(...(await optionsOf(gap, optionName(at), fields)));
  const credit = tagsOf(question).includes("whole") ? undefined : ("part" as const);
  return { question: "cloze", options, credit };
}

const NUMBERED = /\[\[(\d{1,3})\]\]/g;

/** A text whose gaps `[[1]]` are chosen from one list for each group (`gapselect`, `ddwtos`), as one with embedded answers. */
export function clozeOfList(question: XmlNode, text: string) {
  const all = elementsOf(question)
    .filter(({ name }) => name === "selectoption" || name === "dragbox")
    .map((each) => ({ text: written(each, "text"), group: written(each, "group") }));
  const gaps: MoodleGap[] = [];
  const whole = text.replaceAll(NUMBERED, (sign, number: string) => {
    const right = all[Number(number) - 1];
    if (!right) return sign;
    const offered = all.filter(({ group }) => group === right.group);
    const alternatives = offered.map((each): Alternative => ({ text: each.text, feedback: "", weight: each === right ? 100 : 0 })); // prettier-ignore
    gaps.push({ kind: "MULTICHOICE", alternatives });
    return `[[${optionName(gaps.length - 1)}]]`;
  });
  return { text: whole, gaps };
}
