import {
  type Block,
  type CourseId,
  type Hash,
  type LessonBody,
  LANGUAGES,
  Manifest,
  type Media,
  Quiz,
} from "@twiza/contract";
import type { CourseSource, LessonSource } from "./course.ts";
import { canonicalJson, hashOf } from "./stable-id.ts";

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

const mediaOf = (block: Block): Media[] =>
  block.kind === "picture" || block.kind === "audio" ? (block.media ? [block.media] : []) : [];

/** What a lesson's pictures and recordings weigh together; the same file counts once. */
export function mediaBytesOf(body: LessonBody): number {
  const byHash = new Map(body.blocks.flatMap(mediaOf).map(({ hash, bytes }) => [hash, bytes]));
  return [...byHash.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function fileOf(body: LessonBody): BuiltFile {
  const bytes = canonicalJson(body);
  return { bytes, type: "application/json", hash: hashOf(bytes) };
}

/** A lesson's entry in the manifest and the files of its bodies. */
function buildLesson({ id, title, minutes, bodies }: LessonSource) {
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
    entry: { id, title, minutes, blockCount, bodies: Object.fromEntries(pointers) },
    files: built.map(({ file }) => file),
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
    quiz: { title: source.quizTitle, itemCount: source.items.length },
    modules: modules.map(({ entry }) => entry),
  });
  const quiz = Quiz.parse({ format: 1, items: source.items });
  return { manifest, quiz, files: [...modules.flatMap(({ files }) => files), ...media] };
}
