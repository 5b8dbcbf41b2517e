import type { RichNode } from "@twiza/contract";
import type { Line, ReadBlock, Reading } from "./reading.ts";

/**
 * Most that may travel in one request and stand in one lesson, in bytes of JSON: less than the server takes (64 and 128 KiB), for
 * the keys and the title are not counted here.
 */
const MOST = { block: 40 * 1024, lesson: 112 * 1024 } as const;

const encoder = new TextEncoder();
const unlessBytes = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? undefined : value;
/** A block in bytes of JSON; of a picture or a recording, what stands about it. */
export const sizeOf = (block: ReadBlock): number =>
  encoder.encode(JSON.stringify(block, unlessBytes)).length;

const parted = <T>(all: readonly T[]): [T[], T[]] => {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
};

/** One node as two that hold the same; nothing for one that cannot be parted. */
function partedNode(node: RichNode): RichNode[] | undefined {
  if (node.type === "paragraph" || node.type === "heading") {
    const { content = [] } = node;
    return content.length > 1
      ? parted(content).map((half) => ({ ...node, content: half }))
      : undefined;
  }
  const [only] = node.content;
  if (node.content.length > 1)
    return parted(node.content).map((half) => ({ ...node, content: half }));
  return only && only.content.length > 1
    ? parted(only.content).map((half) => ({ ...node, content: [{ ...only, content: half }] }))
    : undefined;
}

function halvesOf(block: ReadBlock): ReadBlock[] | undefined {
  if (block.kind === "table" && block.rows.length > 1)
    return parted(block.rows).map((rows) => ({ ...block, rows }));
  if (block.kind === "steps" && block.steps.length > 1)
    return parted(block.steps).map((steps) => ({ ...block, steps }));
  if (block.kind !== "text" && block.kind !== "callout") return undefined;
  const { content } = block.doc;
  const [only] = content;
  const halves = content.length > 1 ? parted(content) : only && partedNode(only)?.map((one) => [one]); // prettier-ignore
  return halves?.map((half) => ({ ...block, doc: { ...block.doc, content: half } }));
}

/** A block as so many that each travels in one request; they hold the same in the same order. */
function piecesOf(block: ReadBlock): ReadBlock[] {
  const halves = sizeOf(block) > MOST.block ? halvesOf(block) : undefined;
  return halves ? halves.flatMap(piecesOf) : [block];
}

/** A block, and the place in its lesson that it had before. */
type Piece = { readonly block: ReadBlock; readonly from: number };

/** What one lesson may hold, and what does not fit into it any more. */
function portions(pieces: readonly Piece[], most: number): Piece[][] {
  const all: Piece[][] = [[]];
  let size = 0;
  for (const piece of pieces) {
    const more = sizeOf(piece.block);
    const last = all.at(-1) ?? [];
    const isFull = last.length >= most || (last.length > 0 && size + more > MOST.lesson);
    if (isFull) all.push([piece]);
    else last.push(piece);
    size = isFull ? more : size + more;
  }
  return all;
}

const titleOf = (title: string, part: number): string =>
  part === 0 || title === "" ? title : `${title.slice(0, 190).toWellFormed()} (${part + 1})`;

/** What a lesson is made of, in blocks, at most. */
const BLOCKS = 100;

/**
 * A reading whose blocks each travel in one request, and whose lessons the server has room for. Whatever had to be parted is told
 * in the report, whose places are those of the new lessons.
 */
export function fitted({ title, lessons, report }: Reading): Reading {
  const parts = lessons.flatMap((lesson, from) => {
    const pieces = lesson.blocks.flatMap((block, at): Piece[] =>
      piecesOf(block).map((piece) => ({ block: piece, from: at })),
    );
    const all = portions(pieces, BLOCKS);
    return all.map((portion, part) => ({ from, part, of: all.length, pieces: portion, title: titleOf(lesson.title, part) })); // prettier-ignore
  });
  const placeOf = ({ where }: Line): Line["where"] => {
    const isHere = ({ from, pieces, part }: (typeof parts)[number]): boolean =>
      from === where.lesson && (part === 0 || (pieces[0]?.from ?? 0) <= (where.block ?? 0));
    const lesson = parts.findLastIndex(isHere);
    const block = parts[lesson]?.pieces.findIndex(({ from }) => from === where.block) ?? -1;
    const { block: _, ...rest } = where;
    return { ...rest, lesson, ...(block >= 0 && { block }) };
  };
  const splits = parts.flatMap(({ of, part, title: words }, lesson): Line[] =>
    of > 1 && part === 0
      ? [{ what: "changed", code: "lesson.split", detail: {}, where: { lesson, paragraph: 1, words } }] // prettier-ignore
      : [],
  );
  return {
    title,
    lessons: parts.map(({ title: name, pieces }) => ({
      title: name,
      blocks: pieces.map(({ block }) => block),
    })),
    report: [...report.map((line) => ({ ...line, where: placeOf(line) })), ...splits],
  };
}
