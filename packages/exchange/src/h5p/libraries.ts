import type { RichInline } from "@twiza/contract";
import { ExchangeFault } from "../fault.ts";
import { isHref } from "../flow/texts.ts";
import { quoted } from "../quoted.ts";
import type { FurtherItem } from "../reading.ts";
import { begin, type Content, heading, itemsOf, pictureOf, wordsOf } from "./content.ts";
import { readBlanks, readDragText } from "./gaps.ts";
import { readHotspots } from "./hotspot.ts";
import { at as valueAt, listAt, textAt } from "./json.ts";
import { readMultiChoice, readSingleChoiceSet, readTrueFalse } from "./questions.ts";

/** A part of a package: of which kind it is, and what is in it. */
export type Part = { readonly library: string; readonly params: unknown; readonly title: string };
type Reader = (params: unknown, content: Content, depth: number) => Promise<FurtherItem[]>;

/** Columns in columns in presentations: nobody nests deeper. */
const DEEPEST = 8;

/** `H5P.MultiChoice 1.16` is `MultiChoice`. */
export const kindOf = (library: string): string =>
  library.replace(/^H5P\./, "").replace(/ .*$/s, "");

export const partOf = (value: unknown): Part => ({
  library: textAt(value, "library"),
  params: valueAt(value, "params"),
  title: textAt(value, "metadata", "title"),
});

async function readAll(parts: readonly unknown[], content: Content, depth: number) {
  const items: FurtherItem[] = [];
  for (const part of parts) items.push(...(await readPart(partOf(part), content, depth)));
  return items;
}

const text: Reader = (params, content) => itemsOf(textAt(params, "text"), content);

/** What stands above a question: a picture as a rule. */
const withMedia =
  (read: Reader): Reader =>
  async (params, content, depth) => {
    const media = valueAt(params, "media", "type") ?? valueAt(params, "media");
    const above = textAt(media, "library") ? await readPart(partOf(media), content, depth) : [];
    return [...above, ...(await read(params, content, depth))];
  };

const questionSet: Reader = async (params, content, depth) => {
  const intro = valueAt(params, "introPage");
  const isShown = valueAt(intro, "showIntroPage") === true;
  const title = isShown ? heading(await wordsOf(textAt(intro, "title"), content), 2, content) : [];
  const words = isShown ? await itemsOf(textAt(intro, "introduction"), content) : [];
  return [...title, ...words, ...(await readAll(listAt(params, "questions"), content, depth))];
};

const column: Reader = (params, content, depth) =>
  readAll(listAt(params, "content").map((each) => valueAt(each, "content") ?? each), content, depth); // prettier-ignore

const row: Reader = (params, content, depth) =>
  readAll(listAt(params, "columns").map((each) => valueAt(each, "content")), content, depth); // prettier-ignore

const accordion: Reader = async (params, content, depth) => {
  const items: FurtherItem[] = [];
  for (const panel of listAt(params, "panels")) {
    items.push(...heading(await wordsOf(textAt(panel, "title"), content), 3, content));
    items.push(...(await readPart(partOf(valueAt(panel, "content")), content, depth)));
  }
  return items;
};

const placeOf = (element: unknown, key: "x" | "y"): number => {
  const value = valueAt(element, key);
  return typeof value === "number" ? value : 0;
};

/** Slides one after the other, what is on one from its top to its bottom. */
const presentation: Reader = async (params, content, depth) => {
  const items: FurtherItem[] = [];
  for (const slide of listAt(params, "presentation", "slides")) {
    const title = textAt(listAt(slide, "keywords")[0], "main");
    items.push(...heading(await wordsOf(title, content), 2, content));
    const elements = listAt(slide, "elements").toSorted(
      (a, b) => placeOf(a, "y") - placeOf(b, "y") || placeOf(a, "x") - placeOf(b, "x"),
    );
    if (elements.length > 1) content.remarks.tally("changed", "layout.dropped");
    // What only leads to another slide has no action.
    const actions = elements.map((element) => valueAt(element, "action")).filter(Boolean);
    items.push(...(await readAll(actions, content, depth)));
  }
  return items;
};

const link: Reader = async (params, content) => {
  const address = textAt(params, "linkWidget", "url");
  const href = /^[a-z]+:/i.test(address) ? address : textAt(params, "linkWidget", "protocol") + address; // prettier-ignore
  const title = (await wordsOf(textAt(params, "title"), content)) || href;
  if (title === "") return [];
  const at = begin(content);
  const words: RichInline = { type: "text", text: title };
  if (!isHref(href)) content.remarks.add("changed", "link.refused", { url: quoted(href), words: quoted(title) }); // prettier-ignore
  const linked: RichInline = isHref(href) ? { ...words, marks: [{ type: "link", attrs: { href } }] } : words; // prettier-ignore
  content.remarks.end(title);
  return [{ kind: "paragraph", at, role: { type: "body" }, content: [linked], pictures: [] }];
};

const media =
  (code: "audio.skipped" | "video.skipped"): Reader =>
  async (params, content) => {
    const [file] = [...listAt(params, "files"), ...listAt(params, "sources"), ...listAt(params, "interactiveVideo", "video", "files")]; // prettier-ignore
    begin(content);
    content.remarks.add("skipped", code, { name: quoted(textAt(file, "path")) });
    return [];
  };

const READERS: Readonly<Record<string, Reader>> = {
  AdvancedText: text,
  Text: text,
  Table: text,
  Image: async (params, content) => pictureOf(params, content),
  MultiChoice: withMedia(readMultiChoice),
  TrueFalse: withMedia(readTrueFalse),
  SingleChoiceSet: readSingleChoiceSet,
  Blanks: withMedia(readBlanks),
  DragText: withMedia(readDragText),
  ImageHotspotQuestion: async (params, content) => readHotspots(params, content),
  QuestionSet: questionSet,
  Column: column,
  RowColumn: column,
  Row: row,
  Accordion: accordion,
  CoursePresentation: presentation,
  Link: link,
  Audio: media("audio.skipped"),
  Video: media("video.skipped"),
  InteractiveVideo: media("video.skipped"),
  Nil: async () => [],
};

/** Questions of H5P that are none of ours, by what their author would call them. */
const OTHER_QUESTIONS =
  /^(?:AdvancedBlanks|DragQuestion|MarkTheWords|Essay|Summary|SortParagraphs|Crossword|FindTheWords|Dictation|ArithmeticQuiz|ImageMultipleHotspotQuestion|MultiMediaChoice|SpeakTheWords|SpeakTheWordsSet|GuessTheAnswer|Questionnaire|SimpleMultiChoice|OpenEndedQuestion)$/;

const wordsIn = (params: unknown): string =>
  ["question", "taskDescription", "text", "intro", "description"]
    .map((key) => textAt(params, key))
    .find((words) => words !== "") ?? "";

/** Reads a part; one of a kind that has no place here is told. @throws ExchangeFault `h5p.broken` when there are too many */
export async function readPart(part: Part, content: Content, depth = 0): Promise<FurtherItem[]> {
  const { library, params, title } = part;
  const kind = kindOf(library);
  content.left.count -= 1;
  if (content.left.count < 0) throw new ExchangeFault("h5p.broken");
  await content.pace(1000);
  const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (reader && depth <= DEEPEST) return reader(params, content, depth + 1);
  begin(content);
  const words = title || (await wordsOf(wordsIn(params), content));
  if (OTHER_QUESTIONS.test(kind))
    content.remarks.add("skipped", "question.kind", { kind, words: quoted(words) });
  else content.remarks.add("skipped", "item.skipped", { kind: kind || "?", title: quoted(words) });
  content.remarks.end(words);
  return [];
}
