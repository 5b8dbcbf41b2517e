/** What a question asks for. The first four are all that the lessons of the first phones had. */
export const QUESTION_KINDS = [
  "choice",
  "multiple",
  "truefalse",
  "number",
  "short",
  "match",
  "order",
  "cloze",
  "hotspot",
  "open",
  "likert",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/**
 * How many options a question may have: of a cloze those of all its gaps together, of a short answer the words that are known, of an open
 * answer what is to be looked for in it.
 */
export const OPTION_LIMITS = {
  choice: 8,
  multiple: 8,
  truefalse: 2,
  number: 0,
  short: 20,
  match: 8,
  order: 8,
  cloze: 40,
  hotspot: 8,
  open: 8,
  likert: 7,
} as const satisfies Record<QuestionKind, number>;
export const MOST_OPTIONS = 40;
/** Gaps of one cloze, named by one letter each. */
export const MOST_GAPS = 8;
/** Thousandths of a picture's width and of its height, from its left top corner, whichever way people read. */
export const SPOT_SCALE = 1000;

/** Kinds that may be right in part. Where its author says so, what is right of it counts. */
export const PARTIAL_KINDS: readonly QuestionKind[] = [
  "multiple",
  "match",
  "order",
  "cloze",
  "hotspot",
];

/**
 * Kinds that no rule marks: of an open answer only a person can tell what is right, and to how somebody feels nothing is. What an
 * open question's `feedback` says is the answer that its author would have given, and its options are what to look for in one's own.
 */
const UNMARKED_KINDS: readonly QuestionKind[] = ["open", "likert"];
/** Whether a rule says what an answer to it is worth. */
export const isMarked = (kind: QuestionKind): boolean => !UNMARKED_KINDS.includes(kind);
export const MARKED_KINDS: readonly QuestionKind[] = QUESTION_KINDS.filter(isMarked);
/** How many steps a scale may have: in the middle of each is one that is neither this nor that. */
export const SCALE_STEPS: readonly number[] = [3, 5, 7];

/** Kinds whose options may be heard instead of read, by those who cannot read: they are chosen, each as a whole. */
export const HEARD_KINDS: readonly QuestionKind[] = ["choice", "multiple", "truefalse"];
