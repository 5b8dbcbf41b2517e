import { type ContentLanguage, languagesWith, type OtherLanguage } from "@twiza/contract";
import { pacer } from "../pace.ts";
import { growing } from "../zip/growing.ts";
import type { ArchivedCourse } from "./course.ts";
import {
  onlyNamedIn,
  onlyNamedInAssignments,
  onlyNamedInChecklists,
  onlyNamedInQuiz,
} from "./languages.ts";
import { formatOf } from "./format-of.ts";
import { KIND, Manifest, NAMES } from "./manifest.ts";

type Writing = {
  readonly signal?: AbortSignal | undefined;
  /** In bytes of media, which are nearly all there is. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

type Named = { readonly otherLanguages?: readonly OtherLanguage[] | undefined };

/** Ours first, then those that the course names; a language that it does not name last, to be refused. */
function languagesOf(
  words: Readonly<Partial<Record<ContentLanguage, unknown>>>,
  { otherLanguages }: Named,
): ContentLanguage[] {
  const all = new Set([...languagesWith(otherLanguages), ...Object.keys(words)]);
  return [...all].filter((language) => words[language] !== undefined);
}

function manifestOf<Words>(course: ArchivedCourse<Words>): Manifest {
  const { modules, media, quiz, checklists = [], assignments = [], ...settings } = course;
  const manifest = Manifest.parse({
    kind: KIND,
    format: formatOf(course),
    ...settings,
    modules: modules.map(({ lessons, ...module }) => ({
      ...module,
      lessons: lessons.map(({ words, voices, ...lesson }) => ({
        ...lesson,
        languages: languagesOf(words, course),
        voices: voices.map(({ language }) => language),
      })),
    })),
    hasQuiz: quiz !== undefined,
    ...(checklists.length > 0 && { hasChecklists: true }),
    ...(assignments.length > 0 && { hasAssignments: true }),
    media: media.map(({ hash, type, bytes }) => ({ hash, type, bytes })),
  });
  onlyNamedIn(manifest);
  if (quiz) onlyNamedInQuiz(course, quiz);
  onlyNamedInChecklists(course, checklists);
  onlyNamedInAssignments(course, assignments);
  return manifest;
}

/**
 * A whole course as one file: a ZIP with `manifest.json`, the words of each lesson in each language, its voices, the test,
 * the checklists and the assignments if there are any, and media under the names of their content.
 * @throws ExchangeFault `archive.language` for a language that the course does not name; what reading a medium throws, and what the
 * signal was aborted with
 */
export async function writeArchive<Words>(
  course: ArchivedCourse<Words>,
  { signal, onProgress }: Writing = {},
): Promise<Blob> {
  const archive = growing();
  const pace = pacer(signal);
  archive.add(NAMES.manifest, JSON.stringify(manifestOf(course)));
  const lessons = course.modules.flatMap((module) => module.lessons);
  for (const [at, { words, voices }] of lessons.entries()) {
    for (const language of languagesOf(words, course)) {
      archive.add(NAMES.lesson(at, language), JSON.stringify(words[language]));
      await pace(2 ** 14);
    }
    for (const sheet of voices) archive.add(NAMES.voice(at, sheet.language), JSON.stringify(sheet));
  }
  if (course.quiz) archive.add(NAMES.quiz, JSON.stringify(course.quiz));
  if (course.checklists?.length) archive.add(NAMES.checklists, JSON.stringify(course.checklists));
  if (course.assignments?.length)
    archive.add(NAMES.assignments, JSON.stringify(course.assignments));
  const total = course.media.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { hash, bytes, read } of course.media) {
    archive.add(NAMES.media(hash), await read());
    await pace(bytes);
    done += bytes;
    onProgress?.({ done, total });
  }
  return archive.end();
}
