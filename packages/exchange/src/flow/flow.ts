import type { RichInline } from "@twiza/contract";
import type { ImportedPicture } from "../imported.ts";

/** A picture as the text names it, before its bytes are looked for. */
export type FlowPicture = {
  /** What the file calls it. */
  readonly relation: string;
  readonly alt: string;
  readonly caption?: string;
};

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
      /** It is a further paragraph of the item above it. */
      readonly goesOn?: boolean;
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
  readonly caption?: string;
  /** Which columns are figures, where the file says so. */
  readonly numeric?: readonly boolean[];
};

/** A block that is made already, since paragraphs cannot say it: a question, a callout. */
export type FlowReady<Own> = {
  readonly kind: "ready";
  readonly at: number;
  readonly block: Own;
  /** Words that it can be found by. */
  readonly words: string;
  /** They follow it. */
  readonly pictures: readonly FlowPicture[];
  /** What the file calls the recording of its words, before its bytes are looked for. */
  readonly recording?: string;
  /** Pictures that belong into it. */
  readonly shows?: Shown<Own>;
};

/** Pictures as a block names them, and the block with those of them that were found, each in its place. */
export type Shown<Own> = {
  readonly pictures: readonly FlowPicture[];
  readonly block: (found: readonly (ImportedPicture | undefined)[]) => Own;
};

/** Every picture that something names, beside it and in it. */
export const namedBy = (item: FlowItem<unknown>): readonly FlowPicture[] =>
  item.kind === "ready" && item.shows ? [...item.pictures, ...item.shows.pictures] : item.pictures;

/** Here one block ends, and the next one begins. */
export type FlowBreak = {
  readonly kind: "break";
  readonly at: number;
  readonly pictures: readonly [];
};

/** What Word has. */
export type FlowText = FlowParagraph | FlowTable;
/** A document as a row of paragraphs, tables and blocks of its `Own`; `at` is counted from 1 and never falls. */
export type FlowItem<Own = never> = FlowText | FlowReady<Own> | FlowBreak;

export const wordsOf = (content: readonly RichInline[]): string =>
  content.map(({ text }) => text).join("");

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Words that something can be found by. */
export const beginning = (item: FlowItem<unknown>): string => {
  if (item.kind === "break") return "";
  if (item.kind === "ready") return item.words;
  return item.kind === "table" ? (item.rows.flat().find(Boolean) ?? "") : wordsOf(item.content);
};

/** Whether there is anything at all to make a lesson of. */
export const hasContent = (items: readonly FlowItem<unknown>[]): boolean =>
  items.some(
    (item) => item.pictures.length > 0 || item.kind === "table" || beginning(item).trim() !== "",
  );
