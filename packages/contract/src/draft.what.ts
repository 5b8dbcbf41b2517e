import * as z from "zod";
import { BlockKey, DraftBlock } from "./draft-block.ts";
import {
  CourseCommand,
  DRAFT_LIMITS,
  DraftLesson,
  DraftOutline,
  DraftWords,
  LessonCommand,
} from "./draft.ts";
import { AssignmentId, ChecklistId, CourseId, IntentId, LessonId } from "./id.ts";
import { what } from "./operation.ts";
import { ContentLanguageCode, Instant, OtherLanguages, perLanguage } from "./text.ts";

const course = z.strictObject({ courseId: CourseId });
const lesson = z.strictObject({ courseId: CourseId, lessonId: LessonId });

/** How far a language is with a lesson, in blocks; the title counts as one. */
const Standing = z.strictObject({ done: z.int(), outdated: z.int(), missing: z.int() });
export type Standing = z.infer<typeof Standing>;

/** The title's words stand under the title's key, and nobody else's do. */
const Written = z
  .strictObject({ key: BlockKey, base: z.int().nonnegative(), block: DraftBlock })
  .refine(({ key, block }) => (key === "title") === (block.kind === "title"), {
    path: ["block", "kind"],
    message: "title.astray",
  });

/** How many lessons a command copies. */
const copiesIn = (command: CourseCommand): number => {
  if (command.do === "duplicateModule") return command.lessons.length;
  return command.do === "duplicateLesson" ? 1 : 0;
};

/** Each copy takes the words of a lesson along, and one transaction holds only so many. */
const Arrangement = z
  .array(CourseCommand)
  .min(1)
  .max(20)
  .refine(
    (commands) =>
      commands.reduce((sum, command) => sum + copiesIn(command), 0) <= DRAFT_LIMITS.duplicates,
    { message: "duplicates.many" },
  );

/** A lesson in the list of a course. */
const DraftLine = DraftLesson.pick({
  id: true,
  title: true,
  minutes: true,
  changedAt: true,
}).extend({
  blockCount: z.int(),
  standing: perLanguage(Standing),
});
export type DraftLine = z.infer<typeof DraftLine>;

export const Draft = z.strictObject({
  outline: DraftOutline,
  sourceLanguage: ContentLanguageCode,
  /** Those beside ours that it is written in. */
  otherLanguages: OtherLanguages.optional(),
  /** All that the outline or its bin names. */
  lessons: z.array(DraftLine),
  mayEdit: z.boolean(),
});
export type Draft = z.infer<typeof Draft>;

const OpenLesson = z.strictObject({
  lesson: DraftLesson,
  /** In the languages that were asked for; a language without any word has none. */
  words: z.array(DraftWords),
});
export type OpenLesson = z.infer<typeof OpenLesson>;

/** Most faults that one reply tells, those that block first: whoever mends them asks again. */
export const MOST_FAULTS = 200;

/** What publishing would not take, or should know: where it is, and what. `key` is the first block that it is true of. */
export const DraftFault = z.strictObject({
  lessonId: LessonId.optional(),
  language: ContentLanguageCode.optional(),
  key: BlockKey.optional(),
  /** Which question of the test, from 1. */
  item: z.int().positive().optional(),
  /** Which checklist or assignment, which of its criteria, and which level of that, from 1. */
  checklistId: ChecklistId.optional(),
  assignmentId: AssignmentId.optional(),
  criterion: z.int().positive().optional(),
  level: z.int().positive().optional(),
  code: z.enum([
    "no_lesson",
    "no_summary",
    "no_quiz",
    "no_title",
    "no_block",
    "empty",
    "no_picture",
    "no_alt",
    "no_transcript",
    "no_file",
    "no_video",
    "no_address",
    "few_pictures",
    "few_options",
    "none_right",
    "same_options",
    "no_number",
    "many_options",
    "several_right",
    "no_pair",
    "gap_astray",
    "no_spot",
    "odd_steps",
    "no_answer",
    "open_in_test",
    "nothing_marked",
    "untranslated",
    "outdated",
    "undecided",
    "pass_unreachable",
    "no_task",
    "no_criterion",
    "always_passed",
    "no_level",
    "levels_astray",
    "least_level_astray",
  ]),
  /** A blocker keeps the course from being published; a warning does not. */
  blocks: z.boolean(),
});
export type DraftFault = z.infer<typeof DraftFault>;

export const draftWhat = what({
  readDraft: {
    summary:
      "A course as it is being written: its modules, its lessons and how far each language is",
    params: course,
    reply: Draft,
    refusals: ["not_found"],
  },
  arrangeDraft: {
    summary:
      "Change modules and lessons of a draft: add, move, rename, duplicate, throw away, take back",
    params: course,
    body: z.strictObject({ intentId: IntentId, commands: Arrangement }),
    reply: Draft,
    refusals: ["not_found", "draft.full", "intent.reused"],
  },
  readDraftLesson: {
    summary: "One lesson that is being written, in one language or two beside each other",
    params: lesson,
    query: z.strictObject({
      language: ContentLanguageCode,
      beside: ContentLanguageCode.optional(),
    }),
    reply: OpenLesson,
    refusals: ["not_found"],
  },
  saveDraftLesson: {
    summary:
      "Save what was written: the order of blocks and their words in one language. Words that others changed meanwhile are kept beside",
    params: lesson,
    body: z.strictObject({
      intentId: IntentId,
      language: ContentLanguageCode,
      commands: z.array(LessonCommand).max(50),
      /** `base` is the `rev` that was seen, 0 for words that were not there. */
      texts: z.array(Written).max(DRAFT_LIMITS.blocks + 1),
    }),
    reply: OpenLesson,
    refusals: ["not_found", "draft.full", "language.unknown", "intent.reused"],
  },
  composeDraft: {
    summary: "Make the draft ready to be published, and tell what stands in the way",
    params: course,
    body: z.strictObject({ intentId: IntentId }),
    reply: z.strictObject({
      faults: z.array(DraftFault).max(MOST_FAULTS),
      composedAt: Instant.optional(),
    }),
    refusals: ["not_found", "intent.reused"],
  },
});
