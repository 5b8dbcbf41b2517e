import { insideOf, plainTextOf } from "../compose/rich-text.ts";
import { withMark } from "../flow/texts.ts";
import { flush, nextPlace, type Page } from "./flow.ts";
import { INLINE_READERS } from "./inline.ts";
import { readList } from "./list.ts";
import { block, BODY, readAll, type Reader, readInside, readWhole, type Scope } from "./scope.ts";
import { skip } from "./skipped.ts";
import { framed, isFrame, readTable } from "./table.ts";
import type { HtmlNode } from "./tree.ts";

const readQuote: Reader = (node, { page, role }) => {
  flush(page, role());
  const at = page.count.at;
  const { docs, pictures, after } = insideOf(readInside(readNode)(node, page), page.remarks);
  page.remarks.tally("changed", "quote.callout");
  docs.forEach((doc, index) =>
    page.items.push({
      kind: "ready",
      at,
      block: { kind: "callout", tone: "note", doc },
      words: plainTextOf(doc),
      pictures: index === docs.length - 1 ? pictures : [],
    }),
  );
  page.items.push(...after);
  nextPlace(page);
};

const readTableOrFrame: Reader = (node, scope) => {
  if (!isFrame(node)) return readTable(node, scope.page, readInside(readNode));
  flush(scope.page, scope.role());
  scope.page.remarks.tally("changed", "table.unboxed");
  for (const cell of framed(node)) block(cell, scope, BODY);
};

const heading =
  (level: number): Reader =>
  (node, scope) =>
    block(node, scope, () => ({ type: "heading", level }));

const bold: Reader = (node, scope) =>
  block(node, { ...scope, marks: withMark(scope.marks, { type: "bold" }) });

const readPlain: Reader = (node, scope) => {
  scope.page.remarks.tally("changed", "code.plain");
  block(node, { ...scope, isKept: true });
};

const READERS: Readonly<Record<string, Reader>> = {
  ...INLINE_READERS,
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  pre: readPlain,
  ul: readList,
  ol: readList,
  menu: readList,
  table: readTableOrFrame,
  blockquote: readQuote,
  figcaption: (node, scope) => block(node, scope, () => ({ type: "caption" })),
  dt: bold,
  summary: bold,
};

/** Elements that stand in a line of words and mean nothing; all others that are not named begin a line of their own. */
const SILENT =
  /^(?:span|font|small|big|abbr|acronym|bdi|bdo|time|data|label|ruby|rb|wbr|center|nobr|blink|output|slot)$/;

function readNode(node: HtmlNode, scope: Scope): void {
  if (skip(node, scope.page)) return;
  if (Object.hasOwn(READERS, node.name)) READERS[node.name]?.(node, scope);
  else if (SILENT.test(node.name)) readAll(node, scope);
  else block(node, scope);
}

/** Reads a page, or a piece of one, into paragraphs, tables and callouts. */
export const readHtml = (root: HtmlNode, page: Page): void => readWhole(root, page, readNode);
