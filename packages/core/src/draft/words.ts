import { DRAFT_LIMITS, type DraftBlock, type DraftText, type DraftWords } from "@twiza/contract";
import { isSaid, type Lesson, markOf, type Tongue } from "./place.ts";

/** One block as somebody has written it: what she saw, and under which id her words are kept should they meet others. */
export type Writing = {
  readonly key: string;
  readonly base: number;
  readonly block: DraftBlock;
  readonly secondId: string;
};
export type Author = { readonly name: string; readonly at: string };

/** A name of every object (`constructor`) is a key like any other. */
export const textOf = ({ texts }: Pick<DraftWords, "texts">, key: string): DraftText | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;

/** Both went through the same schema, which orders their members. */
const same = (a: DraftBlock, b: DraftBlock): boolean => JSON.stringify(a) === JSON.stringify(b);

export type Met = "same" | "changed" | "second";

/**
 * Words that arrive. They replace those that their author saw; others that came between stay, and hers are kept beside them,
 * once. Nothing that was ever written is lost.
 */
export function withText(
  words: DraftWords,
  { key, base, block, secondId }: Writing,
  author: Author,
): { readonly words: DraftWords; readonly met: Met } {
  const current = textOf(words, key);
  if (current && same(current.block, block)) return { words, met: "same" };
  if (!current || current.rev === base) {
    const text = { rev: base + 1, block };
    return { words: { ...words, texts: { ...words.texts, [key]: text } }, met: "changed" };
  }
  if (words.seconds.some(({ id }) => id === secondId)) return { words, met: "same" };
  const second = { id: secondId, key, block, by: author.name, at: author.at };
  return { words: { ...words, seconds: [...words.seconds, second] }, met: "second" };
}

/** Somebody has chosen between two: the second is needed no more. */
export const withoutSecond = (words: DraftWords, id: string): DraftWords =>
  words.seconds.some((second) => second.id === id)
    ? { ...words, seconds: words.seconds.filter((second) => second.id !== id) }
    : words;

/** The words of a block once more, under another key; nothing where there are none or where some stand. */
export function withCopy(words: DraftWords, key: string, as: string): DraftWords {
  const text = textOf(words, key);
  if (!text || textOf(words, as)) return words;
  return { ...words, texts: { ...words.texts, [as]: text } };
}

/** Only what the lesson still has, in its bin as well. */
export function counted(words: DraftWords, lesson: Lesson, source: Tongue["source"]): DraftWords {
  const { language } = words;
  const isThere = (key: string): boolean => {
    const mark = markOf(lesson, key);
    return mark !== undefined && isSaid(mark, { language, source });
  };
  const texts = Object.entries(words.texts).filter(([key]) => isThere(key));
  const seconds = words.seconds.filter(({ key }) => markOf(lesson, key) !== undefined);
  const isWhole =
    texts.length === Object.keys(words.texts).length && seconds.length === words.seconds.length;
  return isWhole ? words : { ...words, texts: Object.fromEntries(texts), seconds };
}

const bytesOf = (words: DraftWords): number =>
  new TextEncoder().encode(JSON.stringify(words)).length;

/** More than a lesson may hold, unless there was more before. */
export const isTooMuch = (words: DraftWords, before: DraftWords): boolean =>
  words !== before &&
  (words.seconds.length > Math.max(DRAFT_LIMITS.seconds, before.seconds.length) ||
    bytesOf(words) > Math.max(DRAFT_LIMITS.wordsBytes, bytesOf(before)));
