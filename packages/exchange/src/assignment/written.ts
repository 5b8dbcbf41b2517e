import type { ContentLanguage } from "@twiza/contract";
import type { ProofKind } from "@twiza/contract/handing";

/** A level of a criterion, in one language. */
export type WrittenLevel = { readonly percent: number; readonly text: string };
/** What is marked, in one language. */
export type WrittenCriterion = {
  /** The same in every language, as is all but its words. */
  readonly name: string;
  readonly weight: number;
  /** Which of its levels it needs, counted from 0. */
  readonly leastLevel?: number | undefined;
  readonly title: string;
  readonly levels: readonly WrittenLevel[];
};
/** An assignment in one language; one that is only called something has no criteria yet. */
export type AssignmentPart = {
  readonly language: ContentLanguage;
  readonly title: string;
  readonly task: string;
  readonly criteria: readonly WrittenCriterion[];
};
/** An assignment as a text holds it: in its first language whole, then in others. */
export type WrittenAssignment = {
  readonly takes: readonly ProofKind[];
  readonly leastPercent: number;
  readonly triesAllowed: number;
  readonly anonymous: boolean;
  /** How far two who mark may lie apart, in percent; without it one marks. */
  readonly apart?: number | undefined;
  readonly parts: readonly AssignmentPart[];
};

/** What an author has to mend in such a text. */
export type AssignmentFault = {
  /** From 1. */
  readonly line: number;
  readonly code:
    | "no_language"
    | "language_twice"
    | "no_title"
    | "bad_takes"
    | "bad_least"
    | "bad_tries"
    | "bad_second"
    | "no_criterion"
    | "few_levels"
    | "bad_level"
    | "needed_twice"
    | "name_twice"
    | "astray"
    | "other";
};

/** What a text that does not say asks for. */
export const USUAL = { takes: ["text", "photo"], leastPercent: 60, triesAllowed: 3 } as const;
