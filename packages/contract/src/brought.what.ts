import * as z from "zod";
import { DraftManifest, Draw, Item } from "./course.ts";
import { CourseLine } from "./course.what.ts";
import { DRAFT_LIMITS } from "./draft.ts";
import { CourseId, IntentId, LessonId, ModuleId } from "./id.ts";
import { what } from "./operation.ts";
import { SittingRules } from "./sitting-rules.ts";
import { VoiceSheet } from "./voice.ts";

const course = z.strictObject({ courseId: CourseId });
const {
  title,
  summary,
  sourceLanguage,
  otherLanguages,
  legalReview,
  passMarkPercent,
  triesAllowed,
  certificate,
  quiz,
} = DraftManifest.shape;
const QuizTitle = quiz.shape.title;

/** Most graded items that one request brings. */
export const MOST_ITEMS = 20;

const BroughtModules = z
  .array(
    z.strictObject({
      id: ModuleId,
      title: QuizTitle,
      lessons: z.array(z.strictObject({ id: LessonId, minutes: z.int().min(1).max(120) })),
    }),
  )
  .max(DRAFT_LIMITS.modules)
  .refine(
    (modules) => {
      const lessons = modules.flatMap((module) => module.lessons);
      return (
        lessons.length <= DRAFT_LIMITS.lessons &&
        new Set(lessons.map(({ id }) => id)).size === lessons.length &&
        new Set(modules.map(({ id }) => id)).size === modules.length
      );
    },
    { message: "lessons.twice" },
  );

/** The graded items of a draft with their keys, and what their quiz is called. */
export const DraftItems = z.strictObject({
  title: QuizTitle,
  draw: Draw,
  rules: SittingRules.optional(),
  items: z.array(Item),
});
export type DraftItems = z.infer<typeof DraftItems>;
const BroughtItems = z.strictObject({
  title: QuizTitle,
  itemCount: z.int().nonnegative(),
  draw: Draw,
  rules: SittingRules.optional(),
});

export const broughtWhat = what({
  bringCourse: {
    summary:
      "Begin a course that was written elsewhere: its settings and the order of its lessons, whose words are saved one by one afterwards",
    body: z.strictObject({
      intentId: IntentId,
      courseId: CourseId,
      ...{
        title,
        summary,
        sourceLanguage,
        otherLanguages,
        legalReview,
        passMarkPercent,
        triesAllowed,
        certificate,
      },
      modules: BroughtModules,
    }),
    status: 201,
    reply: CourseLine,
    refusals: ["not_found", "language.unknown", "intent.reused"],
  },
  readItems: {
    summary: "The graded items of a draft with their keys, for who may write it",
    params: course,
    reply: DraftItems,
    refusals: ["not_found"],
  },
  bringItems: {
    summary:
      "Put graded items into a draft: one that is there by its id is replaced, others come last",
    params: course,
    body: z.strictObject({
      intentId: IntentId,
      title: QuizTitle.optional(),
      draw: Draw,
      rules: SittingRules.optional(),
      items: z.array(Item).min(1).max(MOST_ITEMS),
    }),
    reply: BroughtItems,
    refusals: ["not_found", "draft.full", "item.by_person", "upload.missing", "intent.reused"],
  },
  bringVoices: {
    summary:
      "Give a lesson of a draft its voices in one language. The recordings must have been brought before",
    params: course,
    body: z.strictObject({ intentId: IntentId, sheet: VoiceSheet }),
    reply: CourseLine,
    refusals: ["not_found", "upload.missing", "intent.reused"],
  },
});
