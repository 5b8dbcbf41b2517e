import { insideOf } from "../compose/rich-text.ts";
import type { pacer } from "../pace.ts";
import type { FurtherBlock } from "../imported.ts";
import type { FurtherRemarks } from "../reading.ts";
import type { Inside } from "../compose/rich-text.ts";
import { pageOf } from "./flow.ts";
import { readHtml } from "./read-html.ts";
import { type HtmlNode, treeOf } from "./tree.ts";

export type Piece = {
  readonly remarks: FurtherRemarks;
  readonly at: number;
  /** Where it stands in its package: pictures are named from there. */
  readonly name: string;
  readonly pace: ReturnType<typeof pacer>;
};

/** A piece of HTML as the text of one block; all that is said about it stands at one place. @throws ExchangeFault `html.too_large` */
export const insideHtml = async (html: string, piece: Piece): Promise<Inside<FurtherBlock>> =>
  insideTree(await treeOf(html, piece.pace), piece);

/** The same of a tree that is there already. */
export function insideTree(root: HtmlNode, piece: Omit<Piece, "pace">): Inside<FurtherBlock> {
  const { remarks, name, at } = piece;
  // What is inside has no places of its own.
  const here = { ...remarks, begin: () => remarks.begin(at), end: () => undefined };
  const page = pageOf({ remarks: here, name, count: { at }, lists: { count: 0 } });
  readHtml(root, page);
  return insideOf(page.items, remarks);
}
