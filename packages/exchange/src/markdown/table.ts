import type { RichInline } from "@twiza/contract";
import type { Table } from "mdast";
import { type FlowPicture, wordsOf } from "../flow/flow.ts";
import type { Blocks } from "./blocks.ts";
import { inlineOf } from "./inline.ts";

export function readTable({ items, context }: Blocks, table: Table, at: number): void {
  const pictures: FlowPicture[] = [];
  const rows = table.children.map((row) =>
    row.children.map((cell) => {
      const inline = inlineOf(cell.children, context);
      pictures.push(...inline.pictures);
      if (inline.texts.some(({ marks }) => marks)) context.remarks.tally("changed", "table.plain");
      return wordsOf(inline.texts);
    }),
  );
  const width = Math.max(...rows.map(({ length }) => length), 1);
  const isRight = Array.from({ length: width }, (_, column) => table.align?.[column] === "right");
  items.push({
    kind: "table",
    at,
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? "")),
    hasHead: true,
    pictures,
    // Who sets no column right says nothing about any of them.
    ...((context.isOurs || isRight.includes(true)) && { numeric: isRight }),
  });
}

/** `: words` under a table is what it is called, as Pandoc writes it; answers whether it was that. */
export function captionTable({ items }: Blocks, texts: readonly RichInline[]): boolean {
  const table = items.at(-1);
  const words = wordsOf(texts);
  const isCaption = table?.kind === "table" && table.caption === undefined;
  if (!isCaption || !words.startsWith(": ")) return false;
  const caption = words.slice(2).trim();
  if (caption === "" || caption.length > 400) return false;
  items.splice(-1, 1, { ...table, caption });
  return true;
}
