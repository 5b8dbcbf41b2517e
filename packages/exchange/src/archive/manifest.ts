import {
  AudioLanguageCode,
  BlockKey,
  BLOCK_KINDS,
  Hash,
  LanguageCode,
  LessonId,
  localized,
  Media,
  ModuleId,
  Percent,
  Quiz,
  text,
} from "@twiza/contract";
import * as z from "zod";

/** What this reader understands. A newer number means: nothing in it may be guessed at. */
export const FORMAT = 1;
export const KIND = "twiza-course";

export const NAMES = {
  manifest: "manifest.json",
  quiz: "quiz.json",
  lesson: (lesson: number, language: string) => `lessons/${lesson + 1}.${language}.json`,
  voice: (lesson: number, language: string) => `voices/${lesson + 1}.${language}.json`,
  media: (hash: string) => `media/${hash}`,
} as const;

/** Looked at before anything else, so that a newer archive is called newer and nothing worse. */
export const Head = z.looseObject({ kind: z.literal(KIND), format: z.int().min(1) });

const sofar = (max: number) =>
  z.strictObject({
    ar: text(max).optional(),
    fr: text(max).optional(),
    zgh: text(max).optional(),
    en: text(max).optional(),
  });

const Lesson = z.strictObject({
  /** A lesson is known by its course and this, so that it keeps it in the course that is made of it. */
  id: LessonId,
  title: sofar(200),
  minutes: z.int().min(1).max(120),
  /** Its blocks in their order, the same in every language. */
  places: z.array(z.strictObject({ key: BlockKey, kind: z.enum(BLOCK_KINDS) })).max(100),
  /** Its words lie in `lessons/<number>.<language>.json`, lessons counted from 1 through the whole course. */
  languages: z.array(LanguageCode).max(4),
  /** Its voices lie in `voices/<number>.<language>.json`. */
  voices: z.array(AudioLanguageCode).max(7),
});

/** `manifest.json`: all of a course but the words of its lessons, its test and its media. */
export const Manifest = z.strictObject({
  kind: z.literal(KIND),
  format: z.literal(FORMAT),
  title: localized(200),
  summary: sofar(1000),
  sourceLanguage: LanguageCode,
  legalReview: z.boolean(),
  passMarkPercent: Percent,
  triesAllowed: z.int().min(1).max(20),
  modules: z
    .array(z.strictObject({ id: ModuleId, title: sofar(200), lessons: z.array(Lesson).max(300) }))
    .max(40),
  /** Whether there is a `quiz.json`. */
  hasQuiz: z.boolean(),
  /** Each lies in `media/<hash>`, and is what its name says. */
  media: z
    .array(z.strictObject({ hash: Hash, type: Media.shape.type, bytes: z.int().positive() }))
    .max(3000),
});
export type Manifest = z.infer<typeof Manifest>;

/** `quiz.json`: the graded items with their keys, and what the test is called. */
export const ArchivedQuiz = Quiz.extend({ title: sofar(200) });
export type ArchivedQuiz = z.infer<typeof ArchivedQuiz>;
