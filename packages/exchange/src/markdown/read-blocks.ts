import type { RichInline } from "@twiza/contract";
import type { List, ListItem, RootContent, Table } from "mdast";
import { type FlowParagraph, type Role, wordsOf } from "../flow/flow.ts";
import { cleanText } from "../flow/texts.ts";
import { quoted } from "../quoted.ts";
import type { FurtherItem } from "../reading.ts";
import { calloutOf, quoteOf } from "./callout.ts";
import { readDirective } from "./directive.ts";
import { type Context, inlineOf } from "./inline.ts";

/** Where the reading is: what has been found, and the line that the section begins behind. */
export type Blocks = {
  readonly context: Context;
  readonly items: FurtherItem[];
  readonly line: number;
  /** Counts lists, so that two that follow each other stay two. */
  readonly lists: { count: number };
};

/** The line of a node in the file, from 1. */
export const lineOf = ({ line }: Blocks, node: RootContent): number =>
  line + (node.position?.start.line ?? 1);

type Placed = { readonly at: number; readonly role: Role };

export function addParagraph(
  { items, context }: Blocks,
  { at, role }: Placed,
  { texts, pictures }: { texts: readonly RichInline[]; pictures: FlowParagraph["pictures"] },
): void {
  const isEmpty = wordsOf(texts).trim() === "" && !context.isOurs;
  const content = isEmpty ? [] : texts;
  if (content.length > 0 || pictures.length > 0 || role.type === "heading")
    items.push({ kind: "paragraph", at, role, content, pictures });
}

const plain = (text: string): { texts: readonly RichInline[]; pictures: [] } => ({
  texts: text === "" ? [] : [{ type: "text", text }],
  pictures: [],
});

/** Reads what an item holds: its first paragraph is the item, the others go on with it, lists in it lie deeper. */
function readItem(blocks: Blocks, item: ListItem, role: Extract<Role, { type: "item" }>): void {
  const { context } = blocks;
  const { checked } = item;
  if (typeof checked === "boolean") context.remarks.tally("changed", "task.written");
  const sign = typeof checked === "boolean" ? `${checked ? "☑" : "☐"} ` : "";
  let isFirst = true;
  const next = (): Role => (isFirst ? role : { ...role, goesOn: true });
  for (const child of item.children) {
    const at = lineOf(blocks, child);
    if (child.type === "list") {
      if (isFirst) addParagraph(blocks, { at, role }, plain(sign));
      readList(blocks, child, role.level + 1);
    } else if (child.type === "paragraph") {
      const { texts, pictures } = inlineOf(child.children, context);
      const signed = isFirst && sign !== "" ? [...plain(sign).texts, ...texts] : texts;
      addParagraph(blocks, { at, role: next() }, { texts: signed, pictures });
    } else if (child.type === "code") {
      context.remarks.tally("changed", "code.plain");
      addParagraph(blocks, { at, role: next() }, plain(cleanText(child.value)));
    } else readBlock(blocks, child);
    isFirst = false;
  }
}

function readList(blocks: Blocks, list: List, level: number): void {
  blocks.lists.count += 1;
  const name = String(blocks.lists.count);
  list.children.forEach((item, index) => {
    const number = list.ordered ? (list.start ?? 1) + index : undefined;
    readItem(blocks, item, { type: "item", list: name, level, number });
  });
}

function readTable({ items, context }: Blocks, table: Table, at: number): void {
  const pictures: FlowParagraph["pictures"][number][] = [];
  const rows = table.children.map((row) =>
    row.children.map((cell) => {
      const inline = inlineOf(cell.children, context);
      pictures.push(...inline.pictures);
      if (inline.texts.some(({ marks }) => marks)) context.remarks.tally("changed", "table.plain");
      return wordsOf(inline.texts);
    }),
  );
  const width = Math.max(...rows.map(({ length }) => length), 1);
  const isRight = Array.from({ length: width }, (_, at) => table.align?.[at] === "right");
  items.push({
    kind: "table",
    at,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "")),
    hasHead: true,
    pictures,
    // Who sets no column right says nothing about any of them.
    ...((context.isOurs || isRight.includes(true)) && { numeric: isRight }),
  });
}

/** `: words` under a table is what it is called, as Pandoc writes it. */
function captionTable({ items }: Blocks, texts: readonly RichInline[]): boolean {
  const table = items.at(-1);
  const words = wordsOf(texts);
  if (table?.kind !== "table" || table.caption !== undefined || !words.startsWith(": "))
    return false;
  const caption = words.slice(2).trim();
  if (caption === "" || caption.length > 400) return false;
  items.splice(-1, 1, { ...table, caption });
  return true;
}

/** Tags of HTML are nothing here; words between them are told. */
function skipHtml({ context }: Blocks, value: string): void {
  const words = quoted(value.replaceAll(/<!--[^]*?(?:-->|$)|<(?:script|style)\b[^]*?(?:<\/(?:script|style)>|$)|<[^>]*>/gi, " ")); // prettier-ignore
  if (words !== "") context.remarks.add("skipped", "html.skipped", { words });
  else if (!value.trimStart().startsWith("<!--"))
    context.remarks.tally("skipped", "html.skipped", "tag");
}

/** Reads one block as it stands anywhere. */
export function readBlock(blocks: Blocks, node: RootContent): void {
  const { context, items } = blocks;
  const at = lineOf(blocks, node);
  context.remarks.begin(at);
  switch (node.type) {
    case "heading": {
      const role: Role = { type: "heading", level: node.depth };
      addParagraph(blocks, { at, role }, inlineOf(node.children, context));
      break;
    }
    case "paragraph": {
      const inline = inlineOf(node.children, context);
      if (!captionTable(blocks, inline.texts))
        addParagraph(blocks, { at, role: { type: "body" } }, inline);
      break;
    }
    case "list":
      readList(blocks, node, 0);
      break;
    case "table":
      readTable(blocks, node, at);
      break;
    case "code":
      context.remarks.tally("changed", "code.plain");
      addParagraph(blocks, { at, role: { type: "body" } }, plain(cleanText(node.value)));
      break;
    case "blockquote": {
      const { tone, children } = quoteOf(node.children);
      items.push(...calloutOf(blocks, { tone, children, at }));
      break;
    }
    case "thematicBreak":
      items.push({ kind: "break", at, pictures: [] });
      break;
    case "html":
      skipHtml(blocks, node.value);
      break;
    case "containerDirective":
    case "leafDirective":
      readDirective(blocks, node, at);
      break;
    default:
      break;
  }
  context.remarks.end(wordsAt(items, at));
}

/** How what has just been read begins. */
function wordsAt(items: readonly FurtherItem[], at: number): string {
  const item = items.findLast((each) => each.at <= at);
  if (!item || item.kind === "break") return "";
  if (item.kind === "ready") return item.words;
  return item.kind === "table" ? item.rows.flat().join(" ") : wordsOf(item.content);
}

/** What stands inside a block, read by itself. */
export function readInside(blocks: Blocks, nodes: readonly RootContent[]): FurtherItem[] {
  const inner: Blocks = { ...blocks, items: [] };
  for (const node of nodes) readBlock(inner, node);
  return inner.items;
}
