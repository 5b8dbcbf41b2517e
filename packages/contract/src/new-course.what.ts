import * as z from "zod";
import { CourseLine } from "./course.what.ts";
import { Copies } from "./draft.ts";
import { Draft } from "./draft.what.ts";
import { CourseId, IntentId, ModuleId } from "./id.ts";
import { what } from "./operation.ts";
import { ContentLanguageCode, localized, PageToken, text } from "./text.ts";

/** A course of another organisation that may be copied. */
const Sample = z.strictObject({
  id: CourseId,
  title: localized(200),
  organisationName: localized(200),
  languages: z.array(ContentLanguageCode),
});
export type Sample = z.infer<typeof Sample>;

export const newCourseWhat = what({
  createCourse: {
    summary:
      "Begin a course of one's own: with nothing, with one short lesson that is called as the course is, or with a module that has a lesson and a practical lesson. Its id is made by the client",
    body: z.strictObject({
      intentId: IntentId,
      courseId: CourseId,
      /** In the language that the course is written in first. */
      title: text(200),
      sourceLanguage: ContentLanguageCode,
      /** In the same language. Publishing asks for it at the latest. */
      summary: text(1000).optional(),
      begin: z.enum(["empty", "lesson", "course"]),
    }),
    status: 201,
    reply: CourseLine,
    refusals: ["not_found", "language.unknown", "intent.reused"],
  },
  listSamples: {
    summary:
      "Courses that organisations above one's own offer to everybody, and that may be copied",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ courses: z.array(Sample), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
  copyCourse: {
    summary:
      "Take a published course as a course of one's own, under an id that the client makes: its live version in all languages. Graded items go along where she may change the original",
    params: z.strictObject({ courseId: CourseId }),
    /** `title` in as many languages as she says; in the others it stays. */
    body: z.strictObject({ intentId: IntentId, as: CourseId, title: localized(200) }),
    status: 201,
    reply: CourseLine,
    refusals: ["not_found", "course.not_published", "intent.reused"],
  },
  copyIntoDraft: {
    summary:
      "Copy lessons of another course into this draft: words in all languages, pictures, practice questions. A long module comes by several requests",
    params: z.strictObject({ courseId: CourseId }),
    body: z.strictObject({
      intentId: IntentId,
      from: CourseId,
      /** `like`: where there is no such module, it is made at the end, under the name of that one of the other course. */
      to: z.strictObject({ moduleId: ModuleId, like: ModuleId.optional() }),
      lessons: Copies,
    }),
    reply: Draft,
    refusals: ["not_found", "draft.full", "intent.reused"],
  },
});
