import type { RichInline } from "@twiza/contract";

/** A picture as the text names it, before its bytes are looked for. */
export type FlowPicture = { readonly relation: string; readonly alt: string };

/** What a paragraph is there for. Levels of headings are from 1, of lists from 0. */
export type Role =
  | { readonly type: "title" }
  | { readonly type: "heading"; readonly level: number }
  | {
      readonly type: "item";
      readonly list: string;
      readonly level: number;
      /** The number it bears, or nothing for a bullet. */
      readonly number: number | undefined;
    }
  | { readonly type: "caption" }
  | { readonly type: "body" };

export type FlowParagraph = {
  readonly kind: "paragraph";
  readonly at: number;
  readonly role: Role;
  readonly content: readonly RichInline[];
  readonly pictures: readonly FlowPicture[];
};

export type FlowTable = {
  readonly kind: "table";
  readonly at: number;
  /** As many cells in each row; the first row is the head if `hasHead`. */
  readonly rows: readonly (readonly string[])[];
  readonly hasHead: boolean;
  readonly pictures: readonly FlowPicture[];
};

/** A document as a row of paragraphs and tables, `at` counted from 1. */
export type FlowItem = FlowParagraph | FlowTable;

export const wordsOf = (content: readonly RichInline[]): string =>
  content.map(({ text }) => text).join("");

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Words that something can be found by. */
export const beginning = (item: FlowItem): string =>
  item.kind === "table" ? (item.rows.flat().find(Boolean) ?? "") : wordsOf(item.content);
