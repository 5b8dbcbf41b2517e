import type { RichInline, RichNode, RichText } from "@twiza/contract";

/** A node of an editor or of a paste, of which nothing is known. */
export type Foreign = {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly Foreign[] | undefined;
  readonly content?: readonly Foreign[] | undefined;
};
type Paragraph = Extract<RichNode, { type: "paragraph" }>;
type List = Extract<RichNode, { type: "bulletList" | "orderedList" }>;

/** The contract's measures. */
const MOST = { letters: 4000, pieces: 200, headed: 20, items: 50, lines: 5, nodes: 100 } as const;
const HREF = /^(https:\/\/|mailto:|tel:)[^\s]+$/i;

export const EMPTY: RichText = { type: "doc", content: [{ type: "paragraph" }] };

/** Whether a link may lead there: encrypted web, mail and telephone. */
export const mayLink = (href: string): boolean =>
  href.length <= 2000 && HREF.test(href) && cleanText(href) === href;

/** Whether nothing is written in it. */
export const isBlank = (doc: RichText): boolean => wordsOf(doc).trim() === "";

/** Its letters alone, a line for each paragraph. */
export const wordsOf = (doc: RichText): string =>
  doc.content
    .flatMap(piecesIn)
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");
const isList = (node: RichNode): node is List =>
  node.type === "bulletList" || node.type === "orderedList";
const piecesIn = (node: RichNode): readonly (readonly RichInline[])[] =>
  isList(node)
    ? node.content.flatMap((item) => item.content.map(({ content }) => content ?? []))
    : [node.content ?? []];

/**
 * What the contract takes of something foreign. What it does not know is dropped and what stands in it kept; lists in lists become
 * one list; and what is too long is cut into more pieces rather than off.
 */
export function cleaned(foreign: Foreign): RichText {
  const nodes = nodesIn(foreign.content ?? []);
  return { type: "doc", content: nodes.length === 0 ? EMPTY.content : shortened(nodes) };
}

/** Control characters and halves of letters would not survive the way. */
const cleanText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, "");

function nodesIn(all: readonly Foreign[]): RichNode[] {
  const nodes: RichNode[] = [];
  let loose: RichInline[] = [];
  const flush = (): void => {
    if (loose.length > 0) nodes.push(...paragraphs(loose));
    loose = [];
  };
  for (const each of all) {
    if (each.type === "text" || each.type === "hardBreak") loose.push(...inlines([each]));
    else {
      flush();
      nodes.push(...nodesOf(each));
    }
  }
  flush();
  return nodes;
}

function nodesOf(node: Foreign): readonly RichNode[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "paragraph":
      return paragraphs(inlines(content));
    case "heading":
      return headings(inlines(content), Number(node.attrs?.["level"]) > 3 ? 4 : 3);
    case "bulletList":
    case "orderedList":
      return lists(node.type, items(content));
    default:
      return nodesIn(content);
  }
}

/** Each run of letters with the marks that we know; a break within a paragraph is a space. */
function inlines(all: readonly Foreign[]): RichInline[] {
  return all.flatMap((node) => {
    if (node.type === "hardBreak") return [{ type: "text" as const, text: " " }];
    if (node.type !== "text") return inlines(node.content ?? []);
    const marks = marksOf(node.marks ?? []);
    return cut(cleanText(node.text ?? "")).map((text) => ({
      type: "text" as const,
      text,
      ...(marks.length > 0 ? { marks } : {}),
    }));
  });
}
type Mark = NonNullable<RichInline["marks"]>[number];
function marksOf(all: readonly Foreign[]): Mark[] {
  const found = new Map<string, Mark>();
  for (const { type, attrs } of all) {
    const href = attrs?.["href"];
    if (type === "bold" || type === "italic") found.set(type, { type });
    if (type === "link" && typeof href === "string" && mayLink(href))
      found.set(type, { type, attrs: { href } });
  }
  return [...found.values()];
}
/** By letters, not by halves of them. */
function cut(text: string): string[] {
  if (text.length <= MOST.letters) return text === "" ? [] : [text];
  const letters = Array.from(text);
  return parts(letters, MOST.letters / 2).map((part) => part.join(""));
}

const parts = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );

const paragraphs = (pieces: readonly RichInline[]): Paragraph[] =>
  pieces.length === 0
    ? [{ type: "paragraph" }]
    : parts(pieces, MOST.pieces).map((content) => ({ type: "paragraph", content }));

function headings(pieces: readonly RichInline[], level: 3 | 4): RichNode[] {
  const [head = [], ...more] = parts(pieces, MOST.headed);
  return [{ type: "heading", attrs: { level }, content: head }, ...more.flatMap(paragraphs)];
}

/** The lines of each item; a list within an item goes on as items of the list around it. */
function items(all: readonly Foreign[]): Paragraph[][] {
  return all.flatMap((item) => {
    const found: Paragraph[][] = [[]];
    for (const node of nodesIn(item.content ?? []))
      if (isList(node)) found.push(...node.content.map(({ content }) => content));
      else found[0]?.push(...paragraphs(node.content ?? []));
    return found.filter((lines) => lines.length > 0).flatMap((lines) => parts(lines, MOST.lines));
  });
}
const lists = (type: List["type"], all: readonly Paragraph[][]): List[] =>
  parts(all, MOST.items).map((some) => ({
    type,
    content: some.map((content) => ({ type: "listItem", content })),
  }));

/** More nodes than fit: what is left over goes into the last of them, without its form but with all its words. */
function shortened(nodes: readonly RichNode[]): RichNode[] {
  if (nodes.length <= MOST.nodes) return [...nodes];
  const rest = { type: "doc" as const, content: nodes.slice(MOST.nodes - 1) };
  const content = cut(wordsOf(rest).replace(/\s+/g, " ")).map((text) => ({
    type: "text" as const,
    text,
  }));
  return [...nodes.slice(0, MOST.nodes - 1), ...paragraphs(content).slice(0, 1)];
}
