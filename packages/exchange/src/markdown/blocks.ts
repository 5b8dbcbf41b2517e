import type { RichInline } from "@twiza/contract";
import type { RootContent } from "mdast";
import { type FlowPicture, type Role, wordsOf } from "../flow/flow.ts";
import type { FurtherItem } from "../reading.ts";
import type { Context } from "./inline.ts";

/** Where the reading is: what has been found, and how many lines of the file are before the section. */
export type Blocks = {
  readonly context: Context;
  readonly items: FurtherItem[];
  readonly line: number;
  /** Counts lists, so that two that follow each other stay two. */
  readonly lists: { count: number };
  /** Reads one block, as it stands anywhere. */
  readonly read: (blocks: Blocks, node: RootContent) => void;
};

/** The line of a node in the file, from 1. */
export const lineOf = ({ line }: Blocks, node: RootContent): number =>
  line + (node.position?.start.line ?? 1);

type Placed = { readonly at: number; readonly role: Role };
type Found = { readonly texts: readonly RichInline[]; readonly pictures: readonly FlowPicture[] };

/** Adds a paragraph, unless nobody would see it. */
export function addParagraph(
  { items, context }: Blocks,
  { at, role }: Placed,
  { texts, pictures }: Found,
): void {
  const isEmpty = wordsOf(texts).trim() === "" && !context.isOurs;
  const content = isEmpty ? [] : texts;
  if (content.length > 0 || pictures.length > 0 || role.type === "heading")
    items.push({ kind: "paragraph", at, role, content, pictures });
}

/** Words without marks. */
export const plain = (text: string): Found => ({
  texts: text === "" ? [] : [{ type: "text", text }],
  pictures: [],
});

/** What stands inside a block, read by itself. */
export function readInside(blocks: Blocks, nodes: readonly RootContent[]): FurtherItem[] {
  const inner: Blocks = { ...blocks, items: [] };
  for (const node of nodes) blocks.read(inner, node);
  return inner.items;
}
