import {
  type Course,
  DraftBlock,
  type DraftOutline,
  type DraftText,
  type DraftWords,
  type ContentLanguage,
  type LessonBody,
  type LessonId,
  type Manifest,
  type ManifestLesson,
} from "@twiza/contract";
import type { Lesson } from "./place.ts";
import { titleAlone } from "./saving.ts";
import { isWordless } from "./wordless.ts";

export const lessonIn = (manifest: Manifest, id: LessonId): ManifestLesson | undefined =>
  manifest.modules.flatMap(({ lessons }) => lessons).find((lesson) => lesson.id === id);

/** The order of a course that nobody has changed since it was composed. */
export const outlineFrom = (
  { id: courseId, draft }: Pick<Course, "id" | "draft">,
  { modules }: Manifest,
): DraftOutline => ({
  courseId,
  modules: modules.map(({ id, title, lessons }) => ({
    id,
    title,
    lessonIds: lessons.map((lesson) => lesson.id),
  })),
  bin: [],
  changedAt: draft.changedAt,
});

export type Bodies = ReadonlyMap<ContentLanguage, LessonBody>;

/** A lesson that nobody has changed since it was composed: everything in it is the first of its kind, and nothing outdated. */
export function lessonFrom(
  { id: courseId, draft, ownerIds }: Pick<Course, "id" | "draft" | "ownerIds">,
  { id, title, minutes }: ManifestLesson,
  { bodies, source }: { readonly bodies: Bodies; readonly source: ContentLanguage },
): Lesson {
  const written = [...new Set([...Object.keys(title), ...bodies.keys()])];
  const against = (has: (language: ContentLanguage) => boolean) =>
    Object.fromEntries(
      written.filter((each) => each !== source && has(each)).map((each) => [each, 1]),
    );
  const hasBlock = (language: ContentLanguage, key: string): boolean =>
    bodies.get(language)?.blocks.some((block) => block.key === key) ?? false;
  const [changedBy] = ownerIds;
  if (!changedBy) throw new Error(`course ${courseId} has no owner`);
  return {
    courseId,
    id,
    title,
    titlePlace: {
      rev: title[source] === undefined ? 0 : 1,
      against: against((language) => title[language] !== undefined),
    },
    minutes,
    places: (bodies.get(source)?.blocks ?? []).map((block) => ({
      key: block.key,
      kind: block.kind,
      rev: 1,
      against: against((language) => hasBlock(language, block.key)),
      ...(isWordless(block) ? { wordless: true } : {}),
    })),
    bin: [],
    changedAt: draft.changedAt,
    changedBy,
  };
}

/** The words of a language in which nobody has written since: those of the body that was composed, behind the title. */
export function wordsFrom(
  lesson: Lesson,
  language: ContentLanguage,
  body: LessonBody | undefined,
): DraftWords {
  const titled = titleAlone(lesson, language);
  const texts = (body?.blocks ?? []).map(({ key, ...block }): [string, DraftText] => [
    key,
    { rev: 1, block: DraftBlock.parse(block) },
  ]);
  return { ...titled, texts: { ...titled.texts, ...Object.fromEntries(texts) } };
}
