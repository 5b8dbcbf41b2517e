import * as z from "zod";
import { MOST_COPIES } from "./copy-limits.ts";
import { BLOCK_KINDS, BlockKey, DraftBlock } from "./draft-block.ts";
import { AccountId, CourseId, LessonId, ModuleId } from "./id.ts";
import { PersonName } from "./person.ts";
import { ContentLanguageCode, Instant, perLanguage, text } from "./text.ts";

/**
 * Most of each thing that a draft may hold; publishing asks for no less. `seconds` and `wordsBytes` (of their JSON) are those of
 * a lesson in one language, `duplicates` the lessons that one request may copy.
 */
export const DRAFT_LIMITS = {
  modules: 40,
  lessons: 300,
  blocks: 100,
  bin: 200,
  seconds: 50,
  wordsBytes: 128 * 1024,
  duplicates: MOST_COPIES,
} as const;
/** Whatever is thrown away can be taken back for so long, in days. */
export const BIN_DAYS = 30;

/** In those languages in which it is written so far; possibly none. */
const Title = perLanguage(text(200));

/** What lies in the bin: where it was, since when, and by whom. */
const Binned = { at: Instant, by: AccountId };

const DraftModule = z.strictObject({
  id: ModuleId,
  title: Title,
  lessonIds: z.array(LessonId).max(DRAFT_LIMITS.lessons),
});
/** The order of a course that is being written. What its lessons are called stands in them. */
export const DraftOutline = z.strictObject({
  courseId: CourseId,
  modules: z.array(DraftModule).max(DRAFT_LIMITS.modules),
  bin: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({
          ...Binned,
          kind: z.literal("lesson"),
          lessonId: LessonId,
          moduleId: ModuleId,
        }),
        z.strictObject({ ...Binned, kind: z.literal("module"), module: DraftModule }),
      ]),
    )
    .max(DRAFT_LIMITS.bin),
  changedAt: Instant,
});
export type DraftOutline = z.infer<typeof DraftOutline>;

/**
 * A place in a lesson, the same in all its languages. `rev` grows with each change of the source language's text; `against` says
 * for every other language which `rev` its text was made from. None: missing. Less than `rev`: outdated. The same: done.
 * `wordless`: the source has no words there, as a picture that only decorates, so that there are none to translate.
 */
export const DraftPlace = z.strictObject({
  key: BlockKey,
  kind: z.enum(BLOCK_KINDS),
  rev: z.int().nonnegative(),
  against: perLanguage(z.int().nonnegative()),
  wordless: z.literal(true).optional(),
});
export type DraftPlace = z.infer<typeof DraftPlace>;

/** A lesson that is being written: all but its words. */
export const DraftLesson = z.strictObject({
  courseId: CourseId,
  id: LessonId,
  title: Title,
  /** How far the title is, as a place tells it of a block. */
  titlePlace: DraftPlace.pick({ rev: true, against: true }).optional(),
  minutes: z.int().min(1).max(120),
  places: z.array(DraftPlace).max(DRAFT_LIMITS.blocks),
  /** `after` is the key that it stood behind; none: it stood before all others. */
  bin: z
    .array(z.strictObject({ ...Binned, place: DraftPlace, after: BlockKey.optional() }))
    .max(DRAFT_LIMITS.bin),
  changedAt: Instant,
  changedBy: AccountId,
});
export type DraftLesson = z.infer<typeof DraftLesson>;

/** One block's words in one language. `rev` grows with each change, so that a writer can say which words she saw. */
const DraftText = z.strictObject({ rev: z.int().positive(), block: DraftBlock });
export type DraftText = z.infer<typeof DraftText>;

/** Words that met others in the same block: kept beside them until somebody has chosen. */
const Second = z.strictObject({
  id: z.uuid(),
  key: BlockKey,
  block: DraftBlock,
  by: PersonName,
  at: Instant,
});
export type Second = z.infer<typeof Second>;

/** The words of a lesson in one language, by the key of their place; `title` is the lesson's own. */
export const DraftWords = z.strictObject({
  courseId: CourseId,
  lessonId: LessonId,
  language: ContentLanguageCode,
  texts: z.record(BlockKey, DraftText),
  seconds: z.array(Second).max(DRAFT_LIMITS.seconds),
});
export type DraftWords = z.infer<typeof DraftWords>;

/** Empty puts it before all others; one that is gone meanwhile, behind them. */
const After = z.union([BlockKey, z.literal("")]);

/** What an author does to the order of a lesson. Each is harmless when it comes twice, and finds its way when others came between. */
export const LessonCommand = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("add"), key: BlockKey, kind: z.enum(BLOCK_KINDS), after: After }),
  z.strictObject({ do: z.literal("move"), key: BlockKey, after: After }),
  z.strictObject({ do: z.literal("remove"), key: BlockKey }),
  z.strictObject({ do: z.literal("restore"), key: BlockKey }),
  /** With the words of all languages. */
  z.strictObject({ do: z.literal("duplicate"), key: BlockKey, as: BlockKey }),
  z.strictObject({ do: z.literal("minutes"), minutes: z.int().min(1).max(120) }),
  /** This language's words say what the source says now, though they did not change. */
  z.strictObject({ do: z.literal("confirm"), key: BlockKey }),
  /** One of two versions was chosen: the one that came second is needed no more. */
  z.strictObject({ do: z.literal("settle"), id: z.uuid() }),
]);
export type LessonCommand = z.infer<typeof LessonCommand>;

/** Lessons to be copied, each with the name of its copy. */
export const Copies = z
  .array(z.strictObject({ id: LessonId, as: LessonId }))
  .max(DRAFT_LIMITS.duplicates);
export type Copies = z.infer<typeof Copies>;

/**
 * What an author does to the order of a course. Without `after` it comes before all others, after one that is gone meanwhile behind
 * them; a title is renamed in the languages that are given.
 */
export const CourseCommand = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("addModule"), id: ModuleId, after: ModuleId.optional() }),
  z.strictObject({ do: z.literal("renameModule"), id: ModuleId, title: Title }),
  z.strictObject({ do: z.literal("moveModule"), id: ModuleId, after: ModuleId.optional() }),
  z.strictObject({ do: z.literal("removeModule"), id: ModuleId }),
  z.strictObject({ do: z.literal("restoreModule"), id: ModuleId }),
  z.strictObject({
    do: z.literal("addLesson"),
    id: LessonId,
    moduleId: ModuleId,
    after: LessonId.optional(),
    title: Title,
    template: z.enum(["empty", "short", "lesson", "practical"]),
  }),
  z.strictObject({
    do: z.literal("moveLesson"),
    id: LessonId,
    moduleId: ModuleId,
    after: LessonId.optional(),
  }),
  z.strictObject({ do: z.literal("duplicateLesson"), id: LessonId, as: LessonId }),
  /** A module once more, with as many of its lessons as one request takes; the others come by the same command again. */
  z.strictObject({ do: z.literal("duplicateModule"), id: ModuleId, as: ModuleId, lessons: Copies }),
  z.strictObject({ do: z.literal("removeLesson"), id: LessonId }),
  z.strictObject({ do: z.literal("restoreLesson"), id: LessonId }),
]);
export type CourseCommand = z.infer<typeof CourseCommand>;
