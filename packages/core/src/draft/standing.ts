import {
  type DraftLine,
  type ContentLanguage,
  type ManifestLesson,
  type Standing,
} from "@twiza/contract";
import { isSaid, mayBeSaidIn, type Lesson, type Mark, type Tongue } from "./place.ts";

export type State = keyof Standing;

/** How far one place is in a language. The source itself is never outdated, and what has no words needs no translation. */
export function stateOf(mark: Mark, tongue: Tongue): State {
  if (mark.wordless && mark.rev > 0) return "done";
  if (!isSaid(mark, tongue)) return "missing";
  if (tongue.language === tongue.source) return "done";
  return (mark.against[tongue.language] ?? 0) < mark.rev ? "outdated" : "done";
}

/** A title is missing also when it was taken away again. */
export const titleStateOf = (lesson: Lesson, tongue: Tongue): State =>
  lesson.title[tongue.language] === undefined ? "missing" : stateOf(lesson.titlePlace, tongue);

function standingOf(lesson: Lesson, tongue: Tongue): Standing {
  const states = [
    titleStateOf(lesson, tongue),
    ...lesson.places.map((place) => stateOf(place, tongue)),
  ];
  const count = (of: State): number => states.filter((state) => state === of).length;
  return { done: count("done"), outdated: count("outdated"), missing: count("missing") };
}

const inEach = (
  languages: readonly ContentLanguage[],
  standing: (language: ContentLanguage) => Standing,
): DraftLine["standing"] =>
  Object.fromEntries(languages.map((language) => [language, standing(language)]));

type Languages = readonly ContentLanguage[];

/** A lesson as the list of its course shows it, in these languages. */
export const lineOf = (
  lesson: Lesson,
  { source, languages }: { readonly source: ContentLanguage; readonly languages: Languages },
): DraftLine => ({
  id: lesson.id,
  title: lesson.title,
  minutes: lesson.minutes,
  changedAt: lesson.changedAt,
  blockCount: lesson.places.length,
  standing: inEach(languages, (language) => standingOf(lesson, { language, source })),
});

/** The same of a lesson that nobody has touched since it was composed: each language is whole or not there. */
export function lineOfManifest(
  lesson: ManifestLesson,
  { changedAt, languages }: { readonly changedAt: string; readonly languages: Languages },
): DraftLine {
  const { id, title, minutes, blockCount, bodies } = lesson;
  const standing = inEach(languages, (language) => {
    const titled = title[language] === undefined ? 0 : 1;
    const done = titled + (bodies[language] ? blockCount : 0);
    return { done, outdated: 0, missing: blockCount + 1 - done };
  });
  return { id, title, minutes, blockCount, standing, changedAt };
}

/** The languages in which there is anything of a lesson. */
export const languagesOf = (lesson: Lesson, source: ContentLanguage): ContentLanguage[] =>
  mayBeSaidIn(lesson, source).filter((language) =>
    [lesson.titlePlace, ...lesson.places].some((mark) => isSaid(mark, { language, source })),
  );
