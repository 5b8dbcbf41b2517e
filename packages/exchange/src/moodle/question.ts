import { plainTextOf } from "../compose/rich-text.ts";
import { questionOf } from "../questions/question.ts";
import { shownOf } from "../questions/shown.ts";
import { textItems } from "../questions/read-gift.ts";
import { quoted } from "../quoted.ts";
import type { FurtherItem } from "../reading.ts";
import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import { clozeOfList, clozeText, readCloze, strangeGap } from "./cloze.ts";
import { type Fields, readField, wordsIn, written } from "./fields.ts";
import type { MoodleGap } from "./gaps.ts";
import {
  type Found,
  readChoices,
  readMatch,
  readOrder,
  readTrueFalse,
  type Words,
} from "./options.ts";
import { readEssay } from "./essay.ts";
import { readNumber, readShort } from "./written.ts";

type Read = { readonly items: readonly FurtherItem[]; readonly words: string };

/** A kind of ours by the name that Moodle has for it; cloze is asked for by itself. */
const KINDS: Readonly<
  Record<string, (question: XmlNode, fields: Fields, words: Words) => Promise<Found>>
> = {
  multichoice: readChoices,
  truefalse: readTrueFalse,
  shortanswer: readShort,
  numerical: readNumber,
  matching: readMatch,
  match: readMatch,
  ordering: readOrder,
  essay: readEssay,
};

/** What is asked, with gaps of ours where it has any. */
async function asked(question: XmlNode, type: string, fields: Fields) {
  let gaps: readonly MoodleGap[] = [];
  const by = (text: string): string => {
    if (type !== "cloze" && type !== "gapselect" && type !== "ddwtos") return text;
    const cut = type === "cloze" ? clozeText(text) : clozeOfList(question, text);
    gaps = cut.gaps;
    return cut.text;
  };
  const field = await readField(find(question, "questiontext"), fields, { by });
  return { ...field, gaps };
}

async function foundOf(
  question: XmlNode,
  { type, gaps }: { readonly type: string; readonly gaps: readonly MoodleGap[] },
  fields: Fields,
  words: Words,
): Promise<Found | undefined> {
  const { remarks } = fields.piece;
  const name = written(question, "name", "text") || written(question, "questiontext", "text");
  const isGapped = ["cloze", "gapselect", "ddwtos"].includes(type);
  const strange = isGapped ? strangeGap(gaps) : undefined;
  if (strange === undefined && isGapped) return readCloze(question, gaps, fields);
  const read = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (read) return read(question, fields, words);
  const kind = strange === undefined ? type || "?" : `${type} ${strange}`;
  remarks.add("skipped", "question.kind", { kind, words: quoted(name) });
  return undefined;
}

/** A hint is for one try before it; here there is one. */
async function hintOf(question: XmlNode, fields: Fields): Promise<string> {
  const [first = "", ...others] = await Promise.all(
    elementsOf(question, "hint").map((hint) => wordsIn(hint, fields)),
  );
  for (const words of others.filter(Boolean))
    fields.piece.remarks.add("skipped", "question.tip_dropped", { words: quoted(words) });
  return first;
}

/** One question of a bank, with the blocks that follow it: pictures beside the first one, tables. */
export async function readQuestion(question: XmlNode, fields: Fields, words: Words): Promise<Read> {
  const { remarks, at } = fields.piece;
  const type = question.attributes.get("type") ?? "";
  const { doc, pictures, after, gaps } = await asked(question, type, fields);
  const begins = doc ? plainTextOf(doc) : "";
  if (type === "description") return { items: [...textItems(doc, at), ...after], words: begins };
  const found = await foundOf(question, { type, gaps }, fields, words);
  if (!found) return { items: [], words: begins };
  const [picture, ...others] = pictures;
  const general = await wordsIn(find(question, "generalfeedback"), fields);
  const feedback = [found.feedback, general].filter(Boolean).join("\n\n");
  const hint = await hintOf(question, fields);
  const block = questionOf({ ...found, prompt: doc, feedback, hint }, remarks);
  if (!block) return { items: after, words: begins };
  const shows = shownOf(block, { picture, options: found.pictures ?? [] });
  const ready = { kind: "ready", at, block, words: begins, pictures: others, ...shows } as const;
  return { items: [ready, ...after], words: begins };
}
