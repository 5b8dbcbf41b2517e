import type {
  ComposedRow,
  ContentLanguage,
  CourseId,
  LessonId,
  LessonRow,
  OrganisationId,
  OutlineRow,
  WordsRow,
} from "@twiza/contract";
import type { Expected, Freshness, Kept, Write } from "./kept.ts";

/** Where a draft lies: with its course, under the organisation of the session. */
export type DraftOf = { readonly organisationId: OrganisationId; readonly courseId: CourseId };

export type DraftLessonOf = DraftOf & { readonly lessonId: LessonId };

/** A lesson as it was read: at which revision, and in which languages there may be words of it. */
export type LessonBefore = {
  readonly revision: number;
  readonly saidIn: readonly ContentLanguage[];
};

/** Courses as they are being written. What has no row is what was composed last. */
export type DraftStore = {
  /** The order and all lessons, without their words, in one query. */
  all(
    of: DraftOf,
    how: Freshness,
  ): Promise<{ outline?: Kept<OutlineRow>; lessons: ReadonlyMap<LessonId, Kept<LessonRow>> }>;
  outline(of: DraftOf, how: Freshness): Promise<Kept<OutlineRow> | undefined>;
  lesson(of: DraftLessonOf, how: Freshness): Promise<Kept<LessonRow> | undefined>;
  words(
    of: DraftLessonOf,
    language: ContentLanguage,
    how: Freshness,
  ): Promise<Kept<WordsRow> | undefined>;
  composed(of: DraftOf): Promise<Kept<ComposedRow> | undefined>;
  putOutline(row: OutlineRow, expected: Expected): Write;
  putLesson(row: LessonRow, expected: Expected): Write;
  putWords(row: WordsRow, expected: Expected): Write;
  putComposed(row: ComposedRow, expected: Expected): Write;
  /** Another in place of the lesson that was read, whose words in all languages go. */
  replaceLesson(row: LessonRow, was: LessonBefore): Write;
  /** The lesson as it was read, with its words in all languages. */
  removeLesson(of: DraftLessonOf, was: LessonBefore): Write;
};
