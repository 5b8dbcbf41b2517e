import type { ContentLanguage } from "@twiza/contract";

/** What is looked for, in one language. */
export type WrittenPoint = {
  /** The same in every language. */
  readonly name: string;
  readonly critical: boolean;
  readonly text: string;
  readonly sign?: string | undefined;
};
/** A checklist in one language; one that is only called something has no points yet. */
export type ChecklistPart = {
  readonly language: ContentLanguage;
  readonly title: string;
  readonly task: string;
  readonly points: readonly WrittenPoint[];
};
/** A checklist as a text holds it: in its first language whole, then in others. */
export type WrittenChecklist = {
  readonly leastPercent: number;
  readonly photo: boolean;
  readonly parts: readonly ChecklistPart[];
};

/** What an author has to mend in such a text. */
export type ChecklistFault = {
  /** From 1. */
  readonly line: number;
  readonly code:
    | "no_language"
    | "language_twice"
    | "no_title"
    | "bad_least"
    | "no_point"
    | "name_twice"
    | "astray"
    | "other";
};

/** How much is asked of a text that does not say: enough, with what is critical beside it. */
export const USUAL_PERCENT = 80;
