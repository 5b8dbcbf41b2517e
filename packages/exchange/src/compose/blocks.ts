import {
  beginning,
  type FlowItem,
  type FlowParagraph,
  type FlowReady,
  type FlowTable,
  wordsOf,
} from "../flow/flow.ts";
import { listAt, listNodes } from "./list.ts";
import { ALT, pictureOf, picturesOf, type Shelf } from "./picture.ts";
import type { Placed } from "./placed.ts";
import { tableBlocks } from "./table.ts";
import { headingNodes, paragraphsOf } from "./text-node.ts";
import { textWriter } from "./text-writer.ts";

/** What stands under a picture or a table, if it may stand there. */
function captionOf(item: FlowItem<unknown> | undefined): string | undefined {
  if (item?.kind !== "paragraph" || item.role.type !== "caption") return undefined;
  const caption = wordsOf(item.content).trim();
  return caption !== "" && caption.length <= ALT ? caption : undefined;
}

type Writing<Own> = {
  readonly shelf: Shelf;
  readonly placed: Placed<Own>[];
  readonly writer: ReturnType<typeof textWriter>;
};

/** Gives the picture or the table that was just written a caption, when it has none. */
function addCaption<Own>(
  { placed, writer, shelf }: Writing<Own>,
  item: FlowParagraph,
  caption: string,
): boolean {
  writer.flush();
  const last = placed.at(-1);
  if (!last || !isCaptionless(last.block)) return false;
  if (item.content.some(({ marks }) => marks !== undefined))
    shelf.remarks.tally("changed", "formatting.dropped", "caption");
  placed[placed.length - 1] = { at: last.at, block: { ...last.block, caption } };
  return true;
}

type Captioned = Extract<Placed["block"], { kind: "picture" | "table" }>;
const isCaptionless = (block: unknown): block is Captioned =>
  typeof block === "object" &&
  block !== null &&
  "kind" in block &&
  (block.kind === "picture" || block.kind === "table") &&
  !("caption" in block && block.caption !== undefined);

function writeHeading<Own>(
  { shelf, writer }: Writing<Own>,
  item: FlowParagraph,
  level: number,
): void {
  if (level > 3) shelf.remarks.tally("changed", "heading.raised");
  for (const node of headingNodes(item.content, level <= 2 ? 3 : 4, shelf.remarks))
    writer.add(node, item.at);
}

function writeTable<Own>({ shelf, placed, writer }: Writing<Own>, table: FlowTable): void {
  writer.flush();
  const { tables, after } = tableBlocks(table, shelf.remarks);
  placed.push(...tables.map((block) => ({ at: table.at, block })));
  for (const node of after) writer.add(node, table.at);
}

/** A block that was made already, with the pictures in it that were found. */
const readyBlock = <Own>({ block, shows }: FlowReady<Own>, shelf: Shelf): Own =>
  shows ? shows.block(shows.pictures.map((picture) => pictureOf(picture, shelf))) : block;

/** Writes what stands at `at`; answers how many items that was. */
function writeNext<Own>(
  writing: Writing<Own>,
  items: readonly FlowItem<Own>[],
  at: number,
): number {
  const { shelf, writer, placed } = writing;
  const item = items[at];
  if (!item) return 1;
  if (item.kind === "table") {
    writeTable(writing, item);
    return 1;
  }
  if (item.kind === "break" || item.kind === "ready") {
    writer.flush();
    if (item.kind === "ready") placed.push({ at: item.at, block: readyBlock(item, shelf) });
    return 1;
  }
  const list = listAt(items, at);
  if (list.length > 0) {
    for (const node of listNodes(list, shelf.remarks)) writer.add(node, item.at);
    return list.length;
  }
  const caption = captionOf(item);
  if (caption !== undefined && addCaption(writing, item, caption)) return 1;
  if (caption !== undefined && items[at + 1]?.kind === "table") {
    const count = 1 + writeNext(writing, items, at + 1);
    if (addCaption(writing, item, caption)) return count;
  }
  if (item.content.length === 0) return 1;
  if (item.role.type === "heading") writeHeading(writing, item, item.role.level);
  else if (item.role.type === "title") writeHeading(writing, item, 1);
  else for (const node of paragraphsOf(item.content, shelf.remarks)) writer.add(node, item.at);
  return 1;
}

/** The blocks of a lesson, in order. */
export function blocksOf<Own>(items: readonly FlowItem<Own>[], shelf: Shelf): Placed<Own>[] {
  const placed: Placed<Own>[] = [];
  const writing = { shelf, placed, writer: textWriter((block) => placed.push(block), shelf.isCut) };
  for (let at = 0; at < items.length;) {
    const first = items[at];
    if (first) shelf.remarks.begin(first.at);
    const next = at + writeNext(writing, items, at);
    for (const item of items.slice(at, next)) {
      const pictures = picturesOf(item, shelf);
      if (pictures.length > 0) writing.writer.flush();
      placed.push(...pictures.map((block) => ({ at: item.at, block })));
    }
    if (first) shelf.remarks.end(beginning(first));
    at = next;
  }
  writing.writer.flush();
  return placed;
}
