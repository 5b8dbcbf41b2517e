import type { ContentLanguage } from "@twiza/contract/where";
import { wordsOf } from "./figures.ts";
import type { ReadLesson } from "./reading.ts";

/** So much of a document is looked at, in characters. */
const ENOUGH = 20_000;

/** Words that no sentence does without, and that the other language does not have. */
const FRENCH = /(?<!\p{L})(?:le|la|les|des|du|et|est|une|dans|pour|sur|avec|qui|vous|au|ce|pas|par)(?!\p{L})/giu; // prettier-ignore
const ENGLISH = /(?<!\p{L})(?:the|and|of|to|is|in|for|with|you|that|are|your|from|this|it|not|be)(?!\p{L})/giu; // prettier-ignore

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What stands in lessons, one text after another, up to where it is enough to know its language. */
export function sampleOf(lessons: readonly ReadLesson[]): string {
  let text = "";
  for (const { title, blocks } of lessons)
    for (const words of [title, ...blocks.map(wordsOf)])
      if (text.length < ENOUGH) text += ` ${words}`;
  return text;
}

/** In which of our languages a text probably is; `otherwise` where nothing tells. A guess, to be shown as one. */
export function guessedLanguage(text: string, otherwise: ContentLanguage): ContentLanguage {
  const [arabic, tifinagh, latin] = [
    count(text, /\p{Script=Arabic}/gu),
    count(text, /\p{Script=Tifinagh}/gu),
    count(text, /\p{Script=Latin}/gu),
  ];
  const most = Math.max(arabic, tifinagh, latin);
  if (most === 0) return otherwise;
  if (most === tifinagh) return "zgh";
  if (most === arabic) return "ar";
  const [french, english] = [count(text, FRENCH), count(text, ENGLISH)];
  if (french === english) return otherwise === "en" ? "en" : "fr";
  return french > english ? "fr" : "en";
}
