import type { QuestionKind } from "./kinds.ts";

/** Words of a question: of a lesson, in its one language; of a graded item, in each that it is written in. */
export type Words = string | Readonly<Partial<Record<string, string>>>;

/**
 * An option as it is judged. In a match `pair` is what belongs to it; in an order they stand in the right one; in a cloze `gap` is
 * where it goes; of a short answer each is something that somebody may write, right or wrong.
 */
export type AskedOption = {
  readonly id: string;
  readonly text: Words;
  readonly right: boolean;
  readonly pair?: Words | undefined;
  readonly gap?: string | undefined;
};

/** What a question has to have to be marked: blocks of lessons and graded items both do. */
export type Asked = {
  readonly question: QuestionKind;
  readonly options: readonly AskedOption[];
  readonly number?: { readonly value: number; readonly tolerance: number } | undefined;
  /** What is right in part counts in part. Without it all must be right. */
  readonly credit?: "part" | undefined;
};

/** What was answered in one gap: what was written, or the option that was chosen. */
export type GapAnswer = {
  readonly gap: string;
  readonly text?: string | undefined;
  readonly option?: string | undefined;
};

/** An answer, by the names that its author gave the options. */
export type Given =
  | { readonly options: readonly string[] }
  | { readonly order: readonly string[] }
  | { readonly number: number }
  | { readonly text: string }
  /** Of an option the option whose pair was put to it. */
  | { readonly pairs: readonly { readonly option: string; readonly pair: string }[] }
  | { readonly gaps: readonly GapAnswer[] };

/** By which rule a mark came about; each has its sentence. `none` is of what nothing marks: it has 0 of 0 parts. */
export const MARK_RULES = [
  "choice",
  "number",
  "short",
  "all",
  "choices",
  "pairs",
  "neighbours",
  "gaps",
  "none",
] as const;
export type MarkRule = (typeof MARK_RULES)[number];

/** `got` of `of` parts are right; `right` when all are. */
export type Mark = {
  readonly rule: MarkRule;
  readonly got: number;
  readonly of: number;
  readonly right: boolean;
};

/** Every way to say it, whatever the language. */
export const saidAs = (words: Words): readonly string[] =>
  typeof words === "string" ? [words] : Object.values(words).flatMap((each) => each ?? []);
