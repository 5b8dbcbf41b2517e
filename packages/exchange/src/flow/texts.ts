import type { RichInline } from "@twiza/contract";

export type Mark = NonNullable<RichInline["marks"]>[number];

/** One order of marks, so that the same sentence is always written the same. */
const RANK = { link: 0, bold: 1, italic: 2 } as const;

/** Marks with one more; a second one of its kind changes nothing. */
export const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] =>
  marks.some(({ type }) => type === mark.type)
    ? marks
    : [...marks, mark].sort((a, b) => RANK[a.type] - RANK[b.type]);

/** Adds words to a sentence; neighbours that look the same are one text. */
export function write(texts: RichInline[], text: string, marks: readonly Mark[]): void {
  const last = texts.at(-1);
  if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text;
  else texts.push({ type: "text", text, ...(marks.length > 0 && { marks: [...marks] }) });
}

/** Spaces at both ends were only there for the eye. */
export function trimmed(texts: readonly RichInline[]): RichInline[] {
  const kept = texts.map((text) => ({ ...text }));
  for (let first = kept[0]; first; first = kept[0]) {
    first.text = first.text.trimStart();
    if (first.text !== "") break;
    kept.shift();
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== "") break;
    kept.pop();
  }
  return kept;
}

const HREF = /^(https:\/\/|mailto:|tel:)[^\s]+$/i;
/** What the contract lets be a link. */
export const isHref = (href: string): boolean =>
  HREF.test(href) && href.length <= 2000 && !/[\u0000-\u001F\u007F-\u009F]/.test(href);

/** Control characters, which no schema lets through: what programs leave behind of other times. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
/** Text without what cannot be kept of it. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll(CONTROL, "");

/** A text that fits into so many characters; an ellipsis tells that there was more. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
