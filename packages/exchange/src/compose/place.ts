import type { Detail } from "../fault.ts";
import type { ImportedBlock, ImportedLesson } from "../imported.ts";
import { countWords } from "../flow/flow.ts";
import type { Remarks, What } from "../flow/remarks.ts";
import { blocksOf } from "./blocks.ts";
import type { Draft } from "./lessons.ts";
import type { Shelf } from "./picture.ts";
import type { Placed } from "./placed.ts";
import { nodeWords } from "./text-writer.ts";

/**
 * Where something in the file is: the lesson and block it became part of, from 0, and the paragraph in the file, from 1. Of a
 * Markdown, GIFT or CSV file that is the line, of a package a count of all that is in it.
 */
export type Place = {
  readonly lesson: number;
  /** None when nothing before it in its lesson became a block. */
  readonly block?: number;
  readonly paragraph: number;
  /** How it begins, so that it can be searched for in the file. */
  readonly words: string;
};
export type ReportLineOf<Code extends string> = {
  readonly what: What;
  readonly code: Code;
  readonly detail: Detail;
  readonly where: Place;
};

type PlacedLesson<Own> = {
  readonly title: string;
  readonly at: number;
  readonly placed: readonly Placed<Own>[];
};

/** What the contract lets a lesson hold, in blocks. */
const BLOCKS = 100;

type Kinded = { readonly kind: string };
const isOwn = <Own extends Kinded>(block: ImportedBlock | Own): block is Own =>
  block.kind !== "text" && block.kind !== "table" && block.kind !== "picture";

const wordsOfBlock = <Own extends Kinded>({ block }: Placed<Own>): number => {
  if (isOwn(block)) return 0;
  if (block.kind === "text") return countWords(block.doc.content.map(nodeWords).join(" "));
  if (block.kind === "table") return countWords([block.head, ...block.rows].flat().join(" "));
  return 0;
};

/** A lesson with its blocks; several where there are more blocks than one may hold. */
function placedLessons<Own extends Kinded>(
  { title, at, items }: Draft<Own>,
  shelf: Shelf,
): PlacedLesson<Own>[] {
  const { remarks } = shelf;
  const all = blocksOf(items, shelf);
  const count = (kind: string): number => all.filter(({ block }) => block.kind === kind).length;
  remarks.begin(at);
  const [pictures, tables, questions] = [count("picture"), count("table"), count("question")];
  remarks.add("imported", "lesson.imported", {
    blocks: all.length,
    pictures,
    tables,
    ...(questions > 0 && { questions }),
    words: all.reduce((sum, each) => sum + wordsOfBlock(each), 0),
  });
  if (all.length > BLOCKS) remarks.add("changed", "lesson.split", { blocks: all.length });
  remarks.end(title);
  const parts: PlacedLesson<Own>[] = [];
  for (let from = 0; from === 0 || from < all.length; from += BLOCKS) {
    const placed = all.slice(from, from + BLOCKS);
    const number = parts.length + 1;
    parts.push({
      title: number === 1 ? title : `${title.slice(0, 190)} (${number})`.trim(),
      at: number === 1 ? at : (placed[0]?.at ?? at),
      placed,
    });
  }
  return parts;
}

type Whereabouts = { readonly at: number; readonly words: string };

function placeOf<Own>({ at, words }: Whereabouts, lessons: readonly PlacedLesson<Own>[]): Place {
  const lesson = Math.max(
    0,
    lessons.findLastIndex((each) => each.at <= at),
  );
  const block = lessons[lesson]?.placed.findLastIndex((each) => each.at <= at) ?? -1;
  return { lesson, paragraph: at, words, ...(block >= 0 && { block }) };
}

/** Lessons as they may be taken over, and what became of everything, in the order of the file. */
export function compose<Code extends string, Own extends Kinded = never>(
  drafts: readonly Draft<Own>[],
  { remarks, ...shelf }: Shelf & { readonly remarks: Remarks<Code> },
): {
  readonly lessons: ImportedLesson<ImportedBlock | Own>[];
  readonly report: ReportLineOf<Code>[];
} {
  const placed = drafts.flatMap((draft) => placedLessons(draft, { ...shelf, remarks }));
  return {
    lessons: placed.map(({ title, placed: blocks }) => ({
      title,
      blocks: blocks.map(({ block }) => block),
    })),
    report: remarks.all().map(({ at, words, ...remark }) => ({
      ...remark,
      where: placeOf({ at, words }, placed),
    })),
  };
}
