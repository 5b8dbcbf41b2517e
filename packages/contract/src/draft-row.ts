import * as z from "zod";
import { CourseId, Hash, LessonId, OrganisationId } from "./id.ts";
import { DraftLesson, DraftOutline, DraftWords } from "./draft.ts";
import { ContentLanguageCode } from "./text.ts";

/** The order of a draft as it is kept. `origin` is the manifest that it was before: lessons without a row of their own stand there. */
export const OutlineRow = z.strictObject({
  organisationId: OrganisationId,
  outline: DraftOutline,
  origin: Hash,
});
export type OutlineRow = z.infer<typeof OutlineRow>;

/**
 * A lesson as it is kept, without its words. `origin` is where it stood before it had a row, for ever: words of a language that
 * nobody has written in since are still those of that manifest's lesson.
 */
export const LessonRow = z.strictObject({
  organisationId: OrganisationId,
  sourceLanguage: ContentLanguageCode,
  lesson: DraftLesson.required({ titlePlace: true }),
  origin: z.strictObject({ manifest: Hash, lessonId: LessonId }).optional(),
});
export type LessonRow = z.infer<typeof LessonRow>;

/** The words of a lesson in one language as they are kept. */
export const WordsRow = z.strictObject({ organisationId: OrganisationId, words: DraftWords });
export type WordsRow = z.infer<typeof WordsRow>;

/** At which revision of its row each lesson was when the draft was last composed: who is still there need not be read again. */
export const ComposedRow = z.strictObject({
  organisationId: OrganisationId,
  courseId: CourseId,
  lessons: z.record(LessonId, z.int().positive()),
});
export type ComposedRow = z.infer<typeof ComposedRow>;
