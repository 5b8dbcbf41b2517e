import type { Role } from "../flow/flow.ts";
import { raisedText } from "../flow/raised.ts";
import { isHref, type Mark, withMark } from "../flow/texts.ts";
import { insideOf, plainTextOf } from "../compose/rich-text.ts";
import { nameOf } from "../files/path.ts";
import { quoted } from "../quoted.ts";
import type { FurtherItem } from "../reading.ts";
import { flush, nextPlace, type Page, pageOf, put } from "./flow.ts";
import { skip } from "./skipped.ts";
import { framed, isFrame, readTable } from "./table.ts";
import { attributeOf, elementsOf, type HtmlNode, wordsIn } from "./tree.ts";

type ItemRole = Extract<Role, { type: "item" }>;
type Scope = {
  readonly page: Page;
  readonly marks: readonly Mark[];
  /** What the paragraph is that ends next. */
  readonly role: () => Role;
  readonly isKept: boolean;
  /** How deep lists are, from 0. */
  readonly depth: number;
};

const BODY = (): Role => ({ type: "body" });

function readAll({ children }: HtmlNode, scope: Scope): void {
  for (const child of children)
    if (typeof child === "string") put(scope.page, child, scope.marks, scope.isKept);
    else readNode(child, scope);
}

/** An element that begins and ends a paragraph. */
function block(node: HtmlNode, scope: Scope, role: () => Role = scope.role): void {
  flush(scope.page, scope.role());
  readAll(node, { ...scope, role });
  flush(scope.page, role());
}

function readList(list: HtmlNode, scope: Scope): void {
  const { page, depth } = scope;
  flush(page, scope.role());
  page.lists.count += 1;
  const name = String(page.lists.count);
  let number = Number.parseInt(attributeOf(list, "start") ?? "1", 10) || 1;
  for (const child of list.children) {
    if (typeof child === "string") continue;
    if (child.name !== "li") {
      readNode(child, { ...scope, role: BODY, depth: depth + 1 });
      continue;
    }
    const sign = list.name === "ol" ? number : undefined;
    readItem(child, scope, { type: "item", list: name, level: depth, number: sign });
    number += 1;
  }
}

/** An item: its first paragraph is the item itself, the others go on with it. */
function readItem(node: HtmlNode, scope: Scope, role: ItemRole): void {
  const { page } = scope;
  const before = page.items.length;
  const next = (): Role => (page.items.length > before ? { ...role, goesOn: true } : role);
  readAll(node, { ...scope, role: next, depth: scope.depth + 1 });
  flush(page, next());
}

function readLink(node: HtmlNode, scope: Scope): void {
  const { remarks } = scope.page;
  const href = (attributeOf(node, "href") ?? "").replaceAll(" ", "%20");
  if (isHref(href)) {
    const marks = withMark(scope.marks, { type: "link", attrs: { href } });
    return readAll(node, { ...scope, marks });
  }
  const words = quoted(wordsIn(node));
  if (href.startsWith("#") || !/^[a-z][a-z0-9+.-]*:/i.test(href)) {
    if (href !== "" && words !== "") remarks.tally("changed", "link.internal");
  } else remarks.add("changed", "link.refused", { url: quoted(href), words });
  readAll(node, scope);
}

function readPicture(node: HtmlNode, { page }: Scope): void {
  const src = attributeOf(node, "src") ?? "";
  const sides = [attributeOf(node, "width"), attributeOf(node, "height")].map(Number);
  // A dot that keeps things apart.
  if (src === "" || sides.some((side) => side > 0 && side <= 3)) return;
  page.pictures.push({ relation: nameOf(src, page.name), alt: attributeOf(node, "alt") ?? "" });
}

/** Words that are raised or lowered, as characters that are so by themselves. */
function readRaised(node: HtmlNode, scope: Scope): void {
  const words = wordsIn(node).trim();
  const raised = raisedText(words, node.name === "sup" ? "superscript" : "subscript");
  if (raised === undefined) {
    if (words !== "") scope.page.remarks.tally("changed", "formatting.dropped", "raised");
    return readAll(node, scope);
  }
  scope.page.remarks.tally("changed", "raised.written");
  put(scope.page, raised, scope.marks);
}

/** What stands inside an element, read by itself. */
function readInside(node: HtmlNode, page: Page): readonly FurtherItem[] {
  const inner = pageOf(page);
  readAll(node, { page: inner, marks: [], role: BODY, isKept: false, depth: 0 });
  flush(inner);
  return inner.items;
}

function readQuote(node: HtmlNode, { page, role }: Scope): void {
  flush(page, role());
  const at = page.count.at;
  const { docs, pictures, after } = insideOf(readInside(node, page), page.remarks);
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
}

function readTableOrFrame(node: HtmlNode, scope: Scope): void {
  if (!isFrame(node)) return readTable(node, scope.page, readInside);
  flush(scope.page, scope.role());
  scope.page.remarks.tally("changed", "table.unboxed");
  for (const cell of framed(node)) block(cell, scope, BODY);
}

const marked =
  (mark: Mark) =>
  (node: HtmlNode, scope: Scope): void =>
    readAll(node, { ...scope, marks: withMark(scope.marks, mark) });
const [bold, italic] = [marked({ type: "bold" }), marked({ type: "italic" })];
const without =
  (kind: string) =>
  (node: HtmlNode, scope: Scope): void => {
    if (wordsIn(node).trim() !== "")
      scope.page.remarks.tally("changed", "formatting.dropped", kind);
    readAll(node, scope);
  };
const heading =
  (level: number) =>
  (node: HtmlNode, scope: Scope): void =>
    block(node, scope, () => ({ type: "heading", level }));
const code =
  (isKept: boolean) =>
  (node: HtmlNode, scope: Scope): void => {
    scope.page.remarks.tally("changed", "code.plain");
    if (isKept) block(node, { ...scope, isKept });
    else readAll(node, scope);
  };

const READERS: Readonly<Record<string, (node: HtmlNode, scope: Scope) => void>> = {
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  b: bold,
  strong: bold,
  i: italic,
  em: italic,
  cite: italic,
  dfn: italic,
  var: italic,
  u: without("underline"),
  ins: without("underline"),
  s: without("strike"),
  strike: without("strike"),
  del: without("strike"),
  mark: without("highlight"),
  sup: readRaised,
  sub: readRaised,
  code: code(false),
  kbd: code(false),
  samp: code(false),
  tt: code(false),
  pre: code(true),
  a: readLink,
  img: readPicture,
  br: (_, { page, marks }) => put(page, "\n", marks, true),
  ul: readList,
  ol: readList,
  menu: readList,
  table: readTableOrFrame,
  blockquote: readQuote,
  figcaption: (node, scope) => block(node, scope, () => ({ type: "caption" })),
  dt: (node, scope) => block(node, { ...scope, marks: withMark(scope.marks, { type: "bold" }) }),
  summary: (node, scope) =>
    block(node, { ...scope, marks: withMark(scope.marks, { type: "bold" }) }),
  q: (node, scope) => {
    put(scope.page, "“", scope.marks);
    readAll(node, scope);
    put(scope.page, "”", scope.marks, true);
  },
};

/** Elements that stand in a line of words; all others that are not named here begin a line of their own. */
const INLINE =
  /^(?:span|font|small|big|abbr|acronym|bdi|bdo|time|data|label|ruby|rb|wbr|center|nobr|blink|address|output|slot)$/;

function readNode(node: HtmlNode, scope: Scope): void {
  if (skip(node, scope.page)) return;
  if (Object.hasOwn(READERS, node.name)) READERS[node.name]?.(node, scope);
  else if (INLINE.test(node.name)) readAll(node, scope);
  else block(node, scope);
}

/** Reads a page, or a piece of one, into paragraphs, tables and callouts. */
export function readHtml(root: HtmlNode, page: Page): void {
  readAll(root, { page, marks: [], role: BODY, isKept: false, depth: 0 });
  flush(page);
}

/** What a page calls itself. */
export const titleOf = (root: HtmlNode): string | undefined => {
  const html = elementsOf(root, "html")[0] ?? root;
  const title = elementsOf(elementsOf(html, "head")[0] ?? html, "title")[0];
  return title && wordsIn(title).replaceAll(/\s+/g, " ").trim();
};
