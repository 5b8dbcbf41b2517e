import type { ContentLanguage } from "../language.ts";
import { sentencesOf } from "../sentence.ts";
import { readingOf } from "./measures.ts";

/** Words as people count them: what stands between spaces and has a letter or a figure. */
const WORD = /\S*[\p{L}\p{N}]\S*/gu;
/** A French or English particle before its apostrophe is no part of the word's length. */
const ELISION = /^[^\p{L}]*\p{L}{1,2}['’]/u;
const LETTER = /\p{L}/gu;

export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

const isLong = (word: string): boolean =>
  (word.replace(ELISION, "").match(LETTER)?.length ?? 0) > 6;

export type Ease = { readonly words: number; readonly sentences: number; readonly long: number };

export function easeOf(pieces: readonly string[]): Ease {
  const words = pieces.flatMap(wordsIn);
  const sentences = pieces.reduce((sum, piece) => sum + sentencesOf(piece).length, 0);
  return { words: words.length, sentences, long: words.filter(isLong).length };
}

/** How hard a text is by the measure of its language, rounded; see `READING`. Nothing of a text without sentences, or in a language without a measure. */
export function hardness(
  { words, sentences, long }: Ease,
  language: ContentLanguage,
): number | undefined {
  const reading = readingOf(language);
  if (!reading || words === 0 || sentences === 0) return undefined;
  const average = words / sentences;
  return Math.round(reading.measure === "lix" ? average + (100 * long) / words : average);
}

/** Words of the longest sentence. */
export const longestSentence = (pieces: readonly string[]): number =>
  Math.max(
    0,
    ...pieces.flatMap((piece) =>
      sentencesOf(piece).map(({ from, to }) => wordsIn(piece.slice(from, to)).length),
    ),
  );
