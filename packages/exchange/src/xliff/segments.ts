import type { RichInline, RichNode, RichText } from "@twiza/contract";
import type { Field } from "./fields.ts";

type Mark = NonNullable<RichInline["marks"]>[number];
/** One order of marks, so that the same sentence is the same everywhere. */
const RANK = { link: 0, bold: 1, italic: 2 } as const;

/** Marks once each, in their order; of two links the first. */
const orderedMarks = (marks: readonly Mark[]): Mark[] =>
  marks
    .filter(({ type }, at) => marks.findIndex((mark) => mark.type === type) === at)
    .sort((a, b) => RANK[a.type] - RANK[b.type]);

/** Words that look the same in one text, whatever pieces they came in. */
export function normal(texts: readonly RichInline[]): RichInline[] {
  const result: RichInline[] = [];
  for (const { text, marks = [] } of texts) {
    const ordered = orderedMarks(marks);
    const last = result.at(-1);
    if (text === "") continue;
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(ordered)) last.text += text;
    else result.push({ type: "text", text, ...(ordered.length > 0 && { marks: ordered }) });
  }
  return result;
}

export const sameWords = (a: readonly RichInline[], b: readonly RichInline[]): boolean =>
  JSON.stringify(normal(a)) === JSON.stringify(normal(b));

type Change = (texts: readonly RichInline[], at: number) => RichInline[];

/** Rich text with its sentences changed one after the other, and all that is around them as it was. */
export function mapSegments(doc: RichText, change: Change): RichText {
  let at = -1;
  const next = (texts: readonly RichInline[] = []): RichInline[] => {
    at += 1;
    return change(texts, at);
  };
  const content = doc.content.map((node): RichNode => {
    if (node.type === "heading") return { ...node, content: next(node.content) };
    if (node.type === "paragraph") return { ...node, content: next(node.content) };
    const items = node.content.map((item) => ({
      ...item,
      content: item.content.map((each) => ({ ...each, content: next(each.content) })),
    }));
    return { ...node, content: items };
  });
  return { ...doc, content };
}

export function segmentsOfDoc(doc: RichText): (readonly RichInline[])[] {
  const segments: (readonly RichInline[])[] = [];
  mapSegments(doc, (texts) => {
    segments.push(texts);
    return [];
  });
  return segments;
}

/** The sentences of a field; plain words are one without marks. */
export const segmentsOf = ({ value }: Pick<Field, "value">): (readonly RichInline[])[] =>
  typeof value === "string" ? [[{ type: "text", text: value }]] : segmentsOfDoc(value);

/** What is around the sentences: two texts of one frame correspond sentence by sentence. */
export const frameOf = ({ value }: Pick<Field, "value">): string =>
  typeof value === "string" ? "plain" : JSON.stringify(mapSegments(value, () => []));

export const hasWords = (texts: readonly RichInline[]): boolean =>
  texts.some(({ text }) => text !== "");

export const wordsOf = (texts: readonly RichInline[]): string =>
  texts.map(({ text }) => text).join("");
