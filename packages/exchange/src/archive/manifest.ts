import {
  AudioLanguageCode,
  BlockKey,
  BLOCK_KINDS,
  CertificateRule,
  CHECKLIST_LIMITS,
  ContentLanguageCode,
  DraftAssignment,
  DraftChecklist,
  Draw,
  Hash,
  LANGUAGES,
  LessonId,
  localized,
  Media,
  ModuleId,
  MOST_OTHER_LANGUAGES,
  OtherLanguages,
  Percent,
  perLanguage,
  Quiz,
  text,
} from "@twiza/contract";
import { HANDING_LIMITS } from "@twiza/contract/handing";
import * as z from "zod";

/**
 * What this reader understands. A newer number means: nothing in it may be guessed at. `FORMAT` of a course that every Twiza reads;
 * `WITH_OTHERS` of one that names languages beside ours, `WITH_KINDS` of one whose questions the first four kinds cannot say,
 * `WITH_CHECKLISTS` of one that asks for skills to be seen, `WITH_UNMARKED` of one whose
 * questions are of kinds that nothing marks, or are heard, `WITH_ASSIGNMENTS` of one that asks for work to be handed in, `WITH_CERTIFICATE` of
 * one whose certificates end, so that an older Twiza calls it newer, not broken. A course is of the lowest that holds it.
 */
export const FORMAT = 1;
export const WITH_OTHERS = 2;
export const WITH_KINDS = 3;
export const WITH_CHECKLISTS = 4;
export const WITH_UNMARKED = 5;
export const WITH_ASSIGNMENTS = 6;
export const WITH_CERTIFICATE = 7;
export const KIND = "twiza-course";

export const NAMES = {
  manifest: "manifest.json",
  quiz: "quiz.json",
  checklists: "checklists.json",
  assignments: "assignments.json",
  lesson: (lesson: number, language: string) => `lessons/${lesson + 1}.${language}.json`,
  voice: (lesson: number, language: string) => `voices/${lesson + 1}.${language}.json`,
  media: (hash: string) => `media/${hash}`,
} as const;

/** Looked at before anything else, so that a newer archive is called newer and nothing worse. */
export const Head = z.looseObject({ kind: z.literal(KIND), format: z.int().min(1) });

const sofar = (max: number) => perLanguage(text(max));

const Lesson = z.strictObject({
  /** A lesson is known by its course and this, so that it keeps it in the course that is made of it. */
  id: LessonId,
  title: sofar(200),
  minutes: z.int().min(1).max(120),
  /** Its blocks in their order, the same in every language. */
  places: z.array(z.strictObject({ key: BlockKey, kind: z.enum(BLOCK_KINDS) })).max(100),
  /** Its words lie in `lessons/<number>.<language>.json`, lessons counted from 1 through the whole course. */
  languages: z.array(ContentLanguageCode).max(LANGUAGES.length + MOST_OTHER_LANGUAGES),
  /** Its voices lie in `voices/<number>.<language>.json`. */
  voices: z.array(AudioLanguageCode).max(7),
});

/** `manifest.json`: all of a course but the words of its lessons, its test and its media. */
export const Manifest = z
  .strictObject({
    kind: z.literal(KIND),
    format: z.union([
      z.literal(FORMAT),
      z.literal(WITH_OTHERS),
      z.literal(WITH_KINDS),
      z.literal(WITH_CHECKLISTS),
      z.literal(WITH_UNMARKED),
      z.literal(WITH_ASSIGNMENTS),
      z.literal(WITH_CERTIFICATE),
    ]),
    title: localized(200),
    summary: sofar(1000),
    sourceLanguage: ContentLanguageCode,
    /** Languages beside ours, by the names that its organisation gives them; from format 2 on. Nothing in it is in a language that is not named. */
    otherLanguages: OtherLanguages.optional(),
    legalReview: z.boolean(),
    passMarkPercent: Percent,
    triesAllowed: z.int().min(1).max(20),
    /** For how long its certificates hold, and whether they are renewed; from format 7 on. Without it, for ever. */
    certificate: CertificateRule.optional(),
    modules: z
      .array(z.strictObject({ id: ModuleId, title: sofar(200), lessons: z.array(Lesson).max(300) }))
      .max(40),
    /** Whether there is a `quiz.json`. */
    hasQuiz: z.boolean(),
    /** Whether there is a `checklists.json`; from format 4 on. */
    hasChecklists: z.literal(true).optional(),
    /** Whether there is an `assignments.json`; from format 6 on. */
    hasAssignments: z.literal(true).optional(),
    /** Each lies in `media/<hash>`, and is what its name says. */
    media: z
      .array(z.strictObject({ hash: Hash, type: Media.shape.type, bytes: z.int().positive() }))
      .max(3000),
  })
  .refine(({ format, otherLanguages = [] }) => format !== FORMAT || otherLanguages.length === 0, {
    message: "format",
  });
export type Manifest = z.infer<typeof Manifest>;

/** `quiz.json`: the graded items with their keys, what the test is called, and how many of them a sitting has. */
export const ArchivedQuiz = Quiz.extend({ title: sofar(200), draw: Draw });
/** None of them comes twice. */
const each = <T extends z.ZodType<{ readonly id: string }>>(one: T, most: number) =>
  z
    .array(one)
    .min(1)
    .max(most)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { message: "twice" });
/** `checklists.json`: skills that somebody must see, in their order. */
export const ArchivedChecklists = each(DraftChecklist, CHECKLIST_LIMITS.checklists);
/** `assignments.json`: work that is handed in, in its order. */
export const ArchivedAssignments = each(DraftAssignment, HANDING_LIMITS.assignments);
export type ArchivedQuiz = z.infer<typeof ArchivedQuiz>;
