import {
  type CourseId,
  type Hash,
  type LessonBody,
  LANGUAGES,
  Manifest,
  type Media,
  Quiz,
  VoiceSheet,
} from "@twiza/contract";
import { canonicalJson, filesOfVoice, mediaBytesOf } from "@twiza/core";
import type { CourseSource, LessonSource } from "./course.ts";
import { hashOf } from "./stable-id.ts";

/** A blob that any learner may fetch. */
export type BuiltFile = {
  readonly bytes: Uint8Array;
  readonly type: "application/json" | Media["type"];
  readonly hash: Hash;
};
/** A course ready to be kept. `files` are public; the quiz with its keys is not among them and belongs to the private blobs. */
export type BuiltCourse = {
  readonly manifest: Manifest;
  readonly quiz: Quiz;
  readonly files: readonly BuiltFile[];
};

function fileOf(json: LessonBody | VoiceSheet): BuiltFile {
  const bytes = canonicalJson(json);
  return { bytes, type: "application/json", hash: hashOf(bytes) };
}

/** The voices of a lesson: a sheet for each audio language that something is recorded in. */
function buildVoices({ id, voices }: LessonSource) {
  const built = [...voices].flatMap(([language, parts]) => {
    if (parts.size === 0) return [];
    const sheet = VoiceSheet.parse({
      format: 1,
      lessonId: id,
      language,
      parts: Object.fromEntries(parts),
    });
    const file = fileOf(sheet);
    const recordings = filesOfVoice(sheet).reduce((sum, { bytes }) => sum + bytes, 0);
    const seconds = [...parts.values()].reduce((sum, part) => sum + part.seconds, 0);
    const pointer = { hash: file.hash, bytes: file.bytes.length + recordings, seconds };
    return [{ language, pointer, file }];
  });
  const pointers = built.map(({ language, pointer }) => [language, pointer] as const);
  return {
    entry: built.length > 0 ? { voices: Object.fromEntries(pointers) } : {},
    files: built.map(({ file }) => file),
  };
}

/** A lesson's entry in the manifest and the files of its bodies and voices. */
function buildLesson(lesson: LessonSource) {
  const { id, title, minutes, bodies } = lesson;
  const voices = buildVoices(lesson);
  const built = LANGUAGES.flatMap((language) => {
    const body = bodies.get(language);
    return body ? [{ language, body, file: fileOf(body) }] : [];
  });
  const pointers = built.map(
    ({ language, body, file: { hash, bytes } }) =>
      [language, { hash, bytes: bytes.length, mediaBytes: mediaBytesOf(body) }] as const,
  );
  const blockCount = built[0]?.body.blocks.length ?? 0;
  return {
    entry: {
      id,
      title,
      minutes,
      blockCount,
      bodies: Object.fromEntries(pointers),
      ...voices.entry,
    },
    files: [...built.map(({ file }) => file), ...voices.files],
  };
}

/** Turns a course that has been read into what is kept: a manifest, a quiz and the blobs they name. The same source gives the same bytes. */
export function buildCourse(source: CourseSource, courseId: CourseId): BuiltCourse {
  const modules = source.modules.map(({ id, title, lessons }) => {
    const built = lessons.map(buildLesson);
    return {
      entry: { id, title, lessons: built.map(({ entry }) => entry) },
      files: built.flatMap(({ files }) => files),
    };
  });
  const media = [...source.media].map(([hash, { bytes, type }]) => ({ bytes, type, hash }));
  const manifest = Manifest.parse({
    format: 1,
    courseId,
    title: source.title,
    summary: source.summary,
    sourceLanguage: source.sourceLanguage,
    legalReview: source.reviewRequired,
    passMarkPercent: source.passMarkPercent,
    triesAllowed: source.triesAllowed,
    quiz: {
      title: source.quizTitle,
      itemCount: source.items.length,
      ...(source.draw === undefined ? {} : { draw: source.draw }),
    },
    ...(source.checklists.length > 0 && { checklists: source.checklists }),
    ...(source.assignments.length > 0 && { assignments: source.assignments }),
    modules: modules.map(({ entry }) => entry),
  });
  const quiz = Quiz.parse({ format: 1, items: source.items });
  return { manifest, quiz, files: [...modules.flatMap(({ files }) => files), ...media] };
}
