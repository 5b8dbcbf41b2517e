import * as z from "zod";
import { DRAFT_LIMITS } from "./draft.ts";
import { Finding } from "./finding.ts";
import { CourseId, LessonId } from "./id.ts";
import { what } from "./operation.ts";
import { PackFile } from "./pack.ts";
import { REVIEWED_AT_ONCE } from "./quality/measures.ts";

/** Names of lessons, with commas between them. */
const Lessons = z
  .string()
  .max(REVIEWED_AT_ONCE * 40)
  .regex(/^les_[0-9a-f]{32}(,les_[0-9a-f]{32})*$/)
  .refine((list) => list.split(",").length <= REVIEWED_AT_ONCE, { message: "lessons.many" });

/** A lesson that was looked at in all its languages. Of the languages that its course has no word in, nothing but that is said. */
const LessonReview = z.strictObject({
  lessonId: LessonId,
  findings: z.array(Finding),
  /** What a phone would keep of it, were it published now: each voice with all its recordings as one file. */
  files: z.array(PackFile),
});
export type LessonReview = z.infer<typeof LessonReview>;

export const qualityWhat = what({
  reviewDraft: {
    summary:
      "What is not yet good in lessons that are being written and in the test, and what each weighs; ten lessons at most",
    params: z.strictObject({ courseId: CourseId }),
    query: z.strictObject({ lessons: Lessons.optional() }),
    reply: z.strictObject({
      /** Those of the lessons asked for that the draft still has. */
      lessons: z.array(LessonReview).max(DRAFT_LIMITS.lessons),
      /** Of the test and its pass mark, and of checklists. */
      test: z.array(Finding),
    }),
    refusals: ["not_found"],
  },
});
