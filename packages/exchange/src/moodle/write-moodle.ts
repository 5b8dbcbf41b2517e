import { plainTextOf } from "../compose/rich-text.ts";
import { writeHtml } from "../html/write-html.ts";
import { askedPicture, type Library } from "../questions/out-picture.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { quoted } from "../quoted.ts";
import { tag } from "../xml/write-xml.ts";
import { BODIES } from "./write-bodies.ts";
import { clozeHtml } from "./write-cloze.ts";
import { htmlField, textTag, wordsField } from "./write-fields.ts";

export type MoodleWriting = {
  /** The bytes of pictures that are kept already; a picture without them is left out. */
  readonly library?: Library;
};
type Kind = WrittenQuestion["question"];

const TYPES: Readonly<Partial<Record<Kind, string>>> = {
  choice: "multichoice",
  truefalse: "multichoice",
  multiple: "multichoice",
  number: "numerical",
  short: "shortanswer",
  match: "matching",
  order: "ordering",
  cloze: "cloze",
  open: "essay",
};

/** What Moodle has no place for is a tag. */
function tagsOf({ question, credit }: WrittenQuestion): string {
  const isWhole = credit === undefined && ["multiple", "match", "cloze"].includes(question);
  const tags = [...(question === "truefalse" ? ["truefalse"] : []), ...(isWhole ? ["whole"] : [])];
  return tags.length === 0 ? "" : tag("tags", {}, ...tags.map((each) => tag("tag", {}, textTag(each)))); // prettier-ignore
}

function writeQuestion(question: WrittenQuestion, library: Library): string {
  const type = TYPES[question.question];
  if (type === undefined) return "";
  const asked = type === "cloze" ? clozeHtml(question) : writeHtml(question.prompt);
  const parts = [
    tag("name", {}, textTag(quoted(plainTextOf(question.prompt)) || "?")),
    tag("questiontext", { format: "html" }, htmlField(asked, askedPicture(question.picture, library))), // prettier-ignore
    wordsField("generalfeedback", question.feedback),
    ...(type === "cloze" ? [] : [tag("defaultgrade", {}, "1")]),
    tag("penalty", {}, "0"),
    tag("hidden", {}, "0"),
    BODIES[type]?.(question, library) ?? "",
    question.hint === undefined ? "" : wordsField("hint", question.hint),
    tagsOf(question),
  ];
  return tag("question", { type }, `\n${parts.filter(Boolean).join("\n")}\n`);
}

/**
 * Questions as Moodle's XML, with their pictures; `readMoodle` reads them back to the same, but that Moodle has nothing to say to an
 * answer of a match or of an order, and marks the gaps of a text one by one. Kinds that it does not hold are left out.
 */
export function writeMoodle(
  questions: readonly WrittenQuestion[],
  { library = () => undefined }: MoodleWriting = {},
): string {
  const all = questions.map((question) => writeQuestion(question, library)).filter(Boolean);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${all.join("\n")}\n</quiz>\n`;
}
