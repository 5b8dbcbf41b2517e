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
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** How many options a question may have: of a cloze those of all its gaps together, of a short answer the words that are known. */
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
