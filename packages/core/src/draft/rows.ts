import {
  type Course,
  type ContentLanguage,
  type LessonId,
  type LessonRow,
  type Manifest,
  type ManifestLesson,
  type OpenLesson,
  type WordsRow,
} from "@twiza/contract";
import { readBody, readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { found } from "../refused.ts";
import type { DraftOf, Expected, Freshness } from "../store/index.ts";
import { lessonFrom, lessonIn, outlineFrom, wordsFrom } from "./derive.ts";
import { namedIn } from "./outline.ts";
import { counted } from "./words.ts";

/** A thing of a draft, and what a writer must find stored in its place: nothing, while it is only derived. */
export type Held<T> = { readonly row: T; readonly expected: Expected };

export const draftOf = ({
  organisationId,
  id,
}: Pick<Course, "organisationId" | "id">): DraftOf => ({
  organisationId,
  courseId: id,
});

/** A lesson of a draft: its row, or what its course's manifest says of it. @throws Refused `not_found` */
export async function heldLesson(
  deps: Deps,
  course: Course,
  { lessonId, how }: { readonly lessonId: LessonId; readonly how: Freshness },
): Promise<Held<LessonRow>> {
  const of = draftOf(course);
  const kept = await deps.store.drafts.lesson({ ...of, lessonId }, how);
  if (kept) return { row: kept.value, expected: kept.revision };
  return { row: await derivedLesson(deps, course, { lessonId, how }), expected: "absent" };
}

/** What a lesson without a row is, provided that the order or its bin names it. @throws Refused `not_found` */
export async function derivedLesson(
  deps: Deps,
  course: Course,
  { lessonId, how }: { readonly lessonId: LessonId; readonly how: Freshness },
): Promise<LessonRow> {
  const outline = await deps.store.drafts.outline(draftOf(course), how);
  const origin = outline?.value.origin ?? course.draft.content.manifest;
  const manifest = await readManifest(deps, origin);
  const order = outline?.value.outline ?? outlineFrom(course, manifest);
  if (!namedIn(order).includes(lessonId)) found(undefined);
  return rowFrom(deps, course, { manifest, origin, lesson: found(lessonIn(manifest, lessonId)) });
}

/** The row that a lesson of a manifest would have. */
export async function rowFrom(
  deps: Deps,
  course: Course,
  about: {
    readonly manifest: Manifest;
    readonly origin: NonNullable<LessonRow["origin"]>["manifest"];
    readonly lesson: ManifestLesson;
  },
): Promise<LessonRow> {
  const { manifest, origin, lesson } = about;
  const source = manifest.sourceLanguage;
  const bodies = await Promise.all(
    Object.entries(lesson.bodies).flatMap(([language, pointer]) => {
      if (!pointer) return [];
      return [readBody(deps, pointer.hash).then((body) => [language, body] as const)];
    }),
  );
  return {
    organisationId: course.organisationId,
    sourceLanguage: source,
    lesson: lessonFrom(course, lesson, { bodies: new Map(bodies), source }),
    origin: { manifest: origin, lessonId: lesson.id },
  };
}

/**
 * The words of a lesson in a language: their row, or those that it came from. Only what the lesson still has. Words never have a
 * row before their lesson.
 */
export async function heldWords(
  deps: Deps,
  { row, expected }: Held<LessonRow>,
  { language, how }: { readonly language: ContentLanguage; readonly how: Freshness },
): Promise<Held<WordsRow>> {
  const { organisationId, sourceLanguage, lesson } = row;
  const of = { organisationId, courseId: lesson.courseId, lessonId: lesson.id };
  const kept = expected === "absent" ? undefined : await deps.store.drafts.words(of, language, how);
  const words =
    kept?.value.words ?? wordsFrom(lesson, language, await bodyBefore(deps, row, language));
  return {
    row: { organisationId, words: counted(words, lesson, sourceLanguage) },
    expected: kept?.revision ?? "absent",
  };
}

async function bodyBefore(deps: Deps, { origin }: LessonRow, language: ContentLanguage) {
  if (!origin) return undefined;
  const before = lessonIn(await readManifest(deps, origin.manifest), origin.lessonId);
  const pointer = before?.bodies[language];
  return pointer && readBody(deps, pointer.hash);
}

/** A lesson as its author sees it: a language without any word has none. */
export const openLessonOf = ({ lesson }: LessonRow, rows: readonly WordsRow[]): OpenLesson => ({
  lesson,
  words: rows.flatMap(({ words }) =>
    Object.keys(words.texts).length + words.seconds.length > 0 ? [words] : [],
  ),
});
