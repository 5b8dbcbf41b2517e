import type { RichInline, RichNode } from "@twiza/contract";
import type { Telling } from "../flow/remarks.ts";

export type Paragraph = Extract<RichNode, { type: "paragraph" }>;

/** What the contract lets one text, one paragraph and one heading hold. */
const [TEXT, PARAGRAPH, HEADING] = [4000, 200, 20];

/** A piece without half a character at its end. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== "";) {
    const isHalf = /[\uD800-\uDBFF]$/.test(rest.slice(0, TEXT));
    const end = isHalf ? TEXT - 1 : TEXT;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return pieces;
}

const fitting = (content: readonly RichInline[]): RichInline[] =>
  content.flatMap((text) => cut(text.text).map((piece) => ({ ...text, text: piece })));

/** Words as one paragraph; as several where there is more than one may hold. */
export function paragraphsOf(content: readonly RichInline[], remarks: Telling): Paragraph[] {
  const texts = fitting(content);
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < texts.length; at += PARAGRAPH)
    paragraphs.push({ type: "paragraph", content: texts.slice(at, at + PARAGRAPH) });
  if (paragraphs.length > 1) remarks.tally("changed", "paragraph.split");
  return paragraphs;
}

const plainWords = (content: readonly RichInline[]): RichInline[] =>
  cut(content.map(({ text }) => text).join("")).map((text) => ({ type: "text", text }));

/** A heading; one that changes its looks too often loses them, and one that is a page long is no heading. */
export function headingNodes(
  content: readonly RichInline[],
  level: 3 | 4,
  remarks: Telling,
): RichNode[] {
  const texts = fitting(content);
  if (texts.length <= HEADING) return [{ type: "heading", attrs: { level }, content: texts }];
  const plain = plainWords(content);
  if (plain.length > HEADING) return paragraphsOf(content, remarks);
  remarks.tally("changed", "formatting.dropped", "font");
  return [{ type: "heading", attrs: { level }, content: plain }];
}

/** Paragraphs as so many at most: those beyond are lines of the last one. */
export function folded(
  paragraphs: readonly Paragraph[],
  most: number,
  remarks: Telling,
): Paragraph[] {
  if (paragraphs.length <= most) return [...paragraphs];
  const lines = paragraphs.slice(most - 1).map(({ content = [] }) => content);
  const content = lines.flatMap((line, index): RichInline[] =>
    index === 0 ? line : [{ type: "text", text: "\n" }, ...line],
  );
  const isTooMuch = content.length > PARAGRAPH;
  if (isTooMuch) remarks.tally("changed", "formatting.dropped", "font");
  const last: Paragraph = { type: "paragraph", content: isTooMuch ? plainWords(content) : content };
  return [...paragraphs.slice(0, most - 1), last];
}

/** A sign or a number before the first words. */
export const prefixed = (sign: string, content: readonly RichInline[]): RichInline[] => {
  const [first, ...rest] = content;
  if (sign === "") return [...content];
  if (first && !first.marks) return [{ ...first, text: sign + first.text }, ...rest];
  return [{ type: "text", text: sign }, ...content];
};
