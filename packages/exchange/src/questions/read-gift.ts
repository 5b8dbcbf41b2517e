import type { RichText } from "@twiza/contract";
import type { ReportCode } from "../codes.ts";
import { plainTextOf } from "../compose/rich-text.ts";
import { ExchangeFault } from "../fault.ts";
import { loadPictures, NO_FILES } from "../files/pictures.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import { shortened } from "../flow/texts.ts";
import type { Piece } from "../html/inside.ts";
import { pacer } from "../pace.ts";
import { quoted } from "../quoted.ts";
import { type FurtherItem, type Reading, readingOf, type ReadingOptions } from "../reading.ts"; // prettier-ignore
import type { Input } from "../source.ts";
import { textOf } from "../text-input.ts";
import { foundQuestion } from "./gift-question.ts";
import { formatted } from "./gift-text.ts";
import { parseGift } from "./parse-gift.ts";
import { questionOf } from "./question.ts";

/** Bytes of a bank of questions, and how many there may be. */
const [LONGEST, MOST] = [4e6, 5000];

export type QuestionOptions = ReadingOptions & {
  /** What the answers of a question that is true or false are called, where the file does not say it; ✓ and ✗ otherwise. */
  readonly words?: { readonly yes: string; readonly no: string };
};
export const SIGNS = { yes: "✓", no: "✗" } as const;

type Entry = { readonly at: number; readonly lines: readonly string[] };

/** Lines that belong together: an empty line parts questions. */
function entriesOf(text: string): Entry[] {
  const entries: { at: number; lines: string[] }[] = [];
  let isOpen = false;
  text.split("\n").forEach((line, index) => {
    const isEmpty = line.trim() === "";
    const isCategory = /^\s*\$CATEGORY:/.test(line);
    if (isEmpty) isOpen = false;
    else if (isOpen && !isCategory) entries.at(-1)?.lines.push(line);
    else {
      entries.push({ at: index + 1, lines: [line] });
      isOpen = !isCategory;
    }
  });
  return entries;
}

/** `$course$/top/Peser` is called Peser; two strokes are one that parts nothing. */
export const categoryOf = (line: string): string => {
  const path = line
    .slice(line.indexOf(":") + 1)
    .replaceAll("//", "\u0000")
    .split("/");
  const name = (path.at(-1) ?? "").replaceAll("\u0000", "/").trim();
  return /^\$.*\$$|^top$/.test(name) ? "" : shortened(name, 200);
};

type Draft = { readonly title: string; readonly at: number; readonly items: FurtherItem[] };

/**
 * Reads questions as Moodle writes them (GIFT): one lesson for each category. Questions of other kinds than ours are told, never
 * turned into something else; a text without answers is a text.
 * @throws ExchangeFault `file.*`, `text.binary`, `questions.none`, `questions.too_many`, `html.too_large`; and what the signal was
 * aborted with
 */
export async function readGift(
  input: string | Input,
  options: QuestionOptions = {},
): Promise<Reading> {
  const { signal, onProgress } = options;
  const entries = entriesOf(await textOf(input, { most: LONGEST, signal }));
  if (entries.length > MOST) throw new ExchangeFault("questions.too_many", { most: MOST });
  const remarks = newRemarks<ReportCode>();
  const pace = pacer(signal);
  const drafts: Draft[] = [{ title: "", at: 1, items: [] }];
  for (const [index, { at, lines }] of entries.entries()) {
    const [first = ""] = lines;
    if (/^\s*\$CATEGORY:/.test(first)) drafts.push({ title: categoryOf(first), at, items: [] });
    else
      drafts
        .at(-1)
        ?.items.push(...(await readEntry(lines, { remarks, at, name: "", pace }, options)));
    await pace(lines.join("\n").length);
    onProgress?.({ done: index + 1, total: entries.length });
  }
  const lessons = drafts.filter(({ items }) => items.length > 0);
  if (lessons.length === 0 && remarks.all().length === 0) throw new ExchangeFault("questions.none");
  const items = lessons.flatMap((lesson) => lesson.items);
  const pictures = await loadPictures(items, { files: NO_FILES, remarks, pace });
  return readingOf({ title: undefined, lessons, remarks, pictures });
}

async function readEntry(
  lines: readonly string[],
  piece: Piece,
  options: QuestionOptions,
): Promise<FurtherItem[]> {
  const { remarks, at } = piece;
  if (lines.every((line) => line.trimStart().startsWith("//"))) return [];
  remarks.begin(at);
  const parsed = parseGift(lines);
  if (!parsed) {
    remarks.add("skipped", "question.broken", { words: quoted(lines.join(" ")) });
    remarks.end(lines.join(" "));
    return [];
  }
  const { doc, pictures, after } = await formatted(parsed.prompt, piece);
  const words = doc ? plainTextOf(doc) : "";
  if (parsed.title !== undefined) remarks.tally("changed", "question.title_dropped");
  const { kind } = parsed.answers;
  const found =
    kind === "none"
      ? undefined
      : await foundQuestion(parsed, { piece, doc, words: options.words ?? SIGNS });
  const block = found && questionOf(found, remarks);
  remarks.end(words);
  if (kind === "none") return [...textItems(doc, at), ...after];
  return [...(block ? [{ kind: "ready", at, block, words, pictures } as const] : []), ...after];
}

/** A text between questions. */
export function textItems(doc: RichText | undefined, at: number): FurtherItem[] {
  if (!doc) return [];
  const role = { type: "body" } as const;
  return doc.content.flatMap((node): FurtherItem[] => {
    if (node.type === "paragraph" || node.type === "heading")
      return [{ kind: "paragraph", at, role, content: node.content ?? [], pictures: [] }];
    return node.content.map(({ content }, index): FurtherItem => ({
      kind: "paragraph",
      at,
      role: {
        type: "item",
        list: `${at}`,
        level: 0,
        number: node.type === "orderedList" ? index + 1 : undefined,
      },
      content: content.flatMap((paragraph) => paragraph.content ?? []),
      pictures: [],
    }));
  });
}
