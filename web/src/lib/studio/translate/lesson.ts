import type { ContentLanguage } from "@twiza/contract/where";
import type { Keyed, TranslatedLesson } from "@twiza/exchange/xliff";
import type { LessonView } from "../lesson-view.ts";
import { standingOf } from "../status.ts";

/** Which language is translated, and from which. */
export type Tongues = { readonly language: ContentLanguage; readonly source: ContentLanguage };

/** The lesson as the author sees it, as a translator's file is made from it and read against it. */
export function translatedLesson(
  { lesson, words }: LessonView,
  tongues: Tongues,
): TranslatedLesson {
  const { language, source } = tongues;
  const marks = new Map([
    ["title", lesson.titlePlace] as const,
    ...lesson.places.map((place) => [place.key, place] as const),
  ]);
  const blocksIn = (tongue: ContentLanguage): Keyed[] =>
    [...marks.keys()].flatMap((key) => {
      const block = words[tongue]?.texts[key]?.block;
      return block ? [{ key, block }] : [];
    });
  return {
    id: lesson.id,
    sourceLanguage: source,
    targetLanguage: language,
    source: blocksIn(source),
    target: blocksIn(language),
    standing: (key) => {
      const mark = marks.get(key);
      if (mark) return standingOf(mark, tongues);
      return words[language]?.texts[key] ? "done" : "missing";
    },
  };
}
