import { type ContentLanguage, isLanguage, type Language } from "../language.ts";

/** The most that is good. Bytes are those that a phone keeps. */
export const MEASURES = {
  /** Words in one piece: what a telephone shows at once. */
  wordsOnScreen: 60,
  pictureBytes: 60_000,
  moduleBytes: 4_000_000,
  /** Some two minutes of 360p. */
  videoBytes: 5_000_000,
  /** Below so many words a measure of reading says nothing. */
  wordsToJudge: 60,
} as const;

/** How many lessons one request looks at. */
export const REVIEWED_AT_ONCE = 10;

type Reading = {
  /** Words in one sentence. */
  readonly sentence: number;
  /** LIX, where the language has one; else words in a sentence on average. */
  readonly measure: "lix" | "average";
  readonly most: number;
};
/**
 * How hard a text may be. LIX (Björnsson 1968; for other languages than Swedish: Anderson, Journal of Reading 26/6, 1983) is words
 * a sentence plus the percentage of words of more than six letters; above 50 it is prose for experts. It counts letters as Latin
 * scripts write them. Arabic and Tamazight glue particles to their words and have no measure that is agreed upon, so that there
 * the length of sentences stands alone, and a word counts for more.
 */
const READING: Readonly<Record<Language, Reading>> = {
  ar: { sentence: 22, measure: "average", most: 14 },
  fr: { sentence: 28, measure: "lix", most: 50 },
  zgh: { sentence: 22, measure: "average", most: 14 },
  en: { sentence: 28, measure: "lix", most: 50 },
};
/** Nothing of a language that an organisation added: nobody has told us what is hard in it. */
export const readingOf = (language: ContentLanguage): Reading | undefined =>
  isLanguage(language) ? READING[language] : undefined;
