import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Assignment,
  type Checklist,
  type CourseId,
  type Hash,
  type Item,
  type Language,
  LANGUAGES,
  type LessonBody,
  type LessonId,
  type Localized,
  type ModuleId,
} from "@twiza/contract";
import { placesOf } from "@twiza/core";
import type { Shelf } from "./block.ts";
import { readAssignments } from "./assignments.ts";
import { readChecklists } from "./checklists.ts";
import { type CourseFile, readCourseFile } from "./course-file.ts";
import { ContentFault, ContentFaults, reportInto } from "./fault.ts";
import { readLesson } from "./lesson.ts";
import { type KeptMedia, openMedia, type MediaFolder } from "./media.ts";
import { joinQuiz, readQuizFile, type QuizReading } from "./quiz.ts";
import { withCompetencies } from "./named-competencies.ts";
import { quizVoice, withVoices } from "./quiz-voice.ts";
import { wordsOfLesson } from "./spoken-words.ts";
import { stableId } from "./stable-id.ts";
import { reportOtherBlocks } from "./translation.ts";
import { readVoices, type VoiceOf, type Voices } from "./voices.ts";

/** A lesson in all its languages. A language that is not there has no body: readers fall back. */
export type LessonSource = {
  readonly id: LessonId;
  readonly key: string;
  readonly title: Localized;
  /** Time it takes, in minutes. */
  readonly minutes: number;
  readonly bodies: ReadonlyMap<Language, LessonBody>;
  readonly voices: Voices;
};
export type ModuleSource = {
  readonly id: ModuleId;
  readonly key: string;
  readonly title: Localized;
  readonly lessons: readonly LessonSource[];
};
/** A course folder, read and found without fault. */
export type CourseSource = Omit<CourseFile, "modules" | "lessonTitles"> & {
  readonly modules: readonly ModuleSource[];
  readonly items: readonly Item[];
  /** Skills that somebody must see; most courses ask for none. */
  readonly checklists: readonly Checklist[];
  /** Work that is handed in; likewise. */
  readonly assignments: readonly Assignment[];
  /** Bytes of every picture and recording that a lesson uses. */
  readonly media: ReadonlyMap<Hash, KeptMedia>;
};

type Folder = {
  readonly path: string;
  readonly file: CourseFile;
  readonly media: MediaFolder;
  /** Recordings of the voices, as they are met. */
  readonly recordings: Map<Hash, KeptMedia>;
  readonly faults: ContentFault[];
};

const voicesOf = ({ path, faults, recordings }: Folder, of: VoiceOf): Voices =>
  readVoices({ course: path, faults, keep: (hash, media) => void recordings.set(hash, media) }, of);

const read = (...path: string[]): string => readFileSync(join(...path), "utf8");

function readLessonFolder(folder: Folder, key: string): LessonSource {
  const { file, faults, media } = folder;
  const id = stableId("lesson", `${file.slug}/${key}`);
  const name = (language: Language): string => `lessons/${key}.${language}.md`;
  const readings = LANGUAGES.flatMap((language) => {
    if (!existsSync(join(folder.path, name(language)))) return [];
    const shelf: Shelf = { media: media.named, voice: media.voice(key, language) };
    const place = { file: name(language), lessonId: id, language, shelf };
    const reading = readLesson(read(folder.path, name(language)), place);
    faults.push(...reading.faults);
    return [{ language, reading }];
  });
  const original = readings.find(({ language }) => language === file.sourceLanguage);
  const report = reportInto(faults, name(file.sourceLanguage));
  if (!original) report(1, `lesson “${key}” is not written in the language of the course`);
  else if (original.reading.minutes === undefined) report(1, "no minutes: write minutes: 6");
  for (const { language, reading } of readings)
    if (original) reportOtherBlocks(original.reading, reading, reportInto(faults, name(language)));
  const bodies = readings.flatMap(({ language, reading }) =>
    reading.body ? [[language, reading.body] as const] : [],
  );
  const written = new Map(bodies);
  const voices = voicesOf(folder, {
    folder: `voice/${key}`,
    places: original?.reading.body ? placesOf(original.reading.body) : [],
    words: (language) => {
      const body = written.get(language);
      return body && wordsOfLesson(body);
    },
  });
  return {
    id,
    key,
    title: {
      ...file.lessonTitles[key],
      ...Object.fromEntries(bodies.map(([language, { title }]) => [language, title])),
    },
    minutes: original?.reading.minutes ?? 1,
    bodies: written,
    voices,
  };
}

function readQuiz(folder: Folder): Item[] {
  const { path, file, faults, media } = folder;
  const readings = LANGUAGES.flatMap((language): QuizReading[] => {
    const name = `quiz.${language}.md`;
    if (!existsSync(join(path, name))) return [];
    return [readQuizFile(read(path, name), { file: name, language, media: media.named }, faults)];
  });
  const source = readings.find(({ language }) => language === file.sourceLanguage);
  const report = reportInto(faults, `quiz.${file.sourceLanguage}.md`);
  if (!source) report(1, "the quiz is not written in the language of the course");
  if (!source) return [];
  if (source.questions.length === 0) report(1, "no questions: a course is closed by a quiz");
  const others = readings.filter((reading) => reading !== source);
  const items = joinQuiz(file.slug, { source, others }, faults);
  const keyed = source.questions.flatMap(({ key }) => {
    const item = items.find(({ id }) => id === stableId("item", `${file.slug}/${key}`));
    return item ? [{ key, item }] : [];
  });
  const shown = existsSync(join(path, "competencies.json"))
    ? withCompetencies(
        read(path, "competencies.json"),
        keyed,
        reportInto(faults, "competencies.json"),
      )
    : keyed;
  return withVoices(shown, voicesOf(folder, quizVoice(shown)));
}

/** Files that no module names would be lost without a word. */
function reportStrays({ path, file, faults }: Folder): void {
  const lessons = file.modules.flatMap((module) => module.lessons);
  for (const name of readdirSync(join(path, "lessons"))) {
    const [, key, language] = /^(.+)\.([a-z]+)\.md$/.exec(name) ?? [];
    if (key && lessons.includes(key) && LANGUAGES.some((known) => known === language)) continue;
    const report = reportInto(faults, `lessons/${name}`);
    report(1, "no module has it: name it in course.json, and the file <lesson>.<language>.md");
  }
  for (const name of existsSync(join(path, "voice")) ? readdirSync(join(path, "voice")) : []) {
    if (name === "quiz" || lessons.includes(name)) continue;
    reportInto(faults, `voice/${name}`)(1, "no lesson is called so: name the folder as the lesson");
  }
}

/** Reads a course folder. @throws ContentFaults with everything its author has to mend. */
export function readCourse(path: string): CourseSource {
  const faults: ContentFault[] = [];
  const report = reportInto(faults, "course.json");
  const file = existsSync(join(path, "course.json"))
    ? readCourseFile(read(path, "course.json"), report)
    : undefined;
  if (!file) {
    if (faults.length === 0) report(1, "no course.json in this folder");
    throw new ContentFaults(faults);
  }
  const media = openMedia(join(path, "media"), faults);
  const recordings = new Map<Hash, KeptMedia>();
  const folder: Folder = { path, file, media, recordings, faults };
  reportStrays(folder);
  const modules = file.modules.map(({ key, title, lessons }) => ({
    id: stableId("module", `${file.slug}/${key}`),
    key,
    title,
    lessons: lessons.map((lesson) => readLessonFolder(folder, lesson)),
  }));
  const items = readQuiz(folder);
  const of = { slug: file.slug, source: file.sourceLanguage };
  const checklists = readChecklists({ path: join(path, "checklists"), ...of }, faults);
  const assignments = readAssignments({ path: join(path, "assignments"), ...of }, faults);
  if (faults.length > 0) throw new ContentFaults(faults);
  const { lessonTitles: _, ...rest } = file;
  const all = new Map([...media.used(), ...recordings]);
  return { ...rest, modules, items, checklists, assignments, media: all };
}

/** The id a course of ours has wherever it is seeded. */
export const courseIdOf = (source: CourseSource): CourseId => stableId("course", source.slug);
