import {
  type Hash,
  isFileType,
  type LessonBody,
  type Manifest,
  type ManifestLesson,
  type Media,
  mediaOf,
  type PackFile,
  type PackIndex,
  type VoiceSheet,
} from "@twiza/contract";
import { filesOfVoice } from "./voice.ts";

/** A lesson with all that it says: its bodies by language and its voices. */
export type WholeLesson = {
  readonly lesson: ManifestLesson;
  readonly bodies: readonly (LessonBody & { readonly hash: Hash; readonly bytes: number })[];
  readonly sheets: readonly (VoiceSheet & { readonly hash: Hash; readonly bytes: number })[];
};

/** Every file of a version, each once, in the order in which a learner meets them. Pure. */
export function packIndexOf(
  manifest: Pick<Manifest, "courseId"> & { readonly hash: Hash; readonly bytes: number },
  lessons: readonly WholeLesson[],
): PackIndex {
  const files = new Map<Hash, PackFile>();
  for (const file of lessons.flatMap(filesOfLesson)) {
    const known = files.get(file.hash);
    files.set(file.hash, known ? merged(known, file) : file);
  }
  return {
    format: 1,
    courseId: manifest.courseId,
    manifest: { hash: manifest.hash, bytes: manifest.bytes },
    files: [...files.values()],
  };
}

function filesOfLesson({ lesson, bodies, sheets }: WholeLesson): readonly PackFile[] {
  const lessonIds = [lesson.id];
  const json = { type: "application/json", lessonIds } as const;
  const written = bodies.flatMap((body): PackFile[] => {
    const about = { languages: [body.language], spoken: [] };
    const { hash, bytes } = body;
    const media = mediaIn(body).map((each): PackFile => ({
      ...each,
      ...about,
      lessonIds,
      kind: kindOf(each),
    }));
    return [{ hash, bytes, ...json, ...about, kind: "lesson" }, ...media];
  });
  const spoken = sheets.flatMap((sheet): PackFile[] => {
    const about = { languages: [], spoken: [sheet.language] };
    const { hash, bytes } = sheet;
    const voices = filesOfVoice(sheet).map((each): PackFile => ({
      ...each,
      ...about,
      lessonIds,
      kind: "voice",
    }));
    return [{ hash, bytes, ...json, ...about, kind: "sheet" }, ...voices];
  });
  return [...written, ...spoken];
}

const mediaIn = ({ blocks }: LessonBody): readonly Media[] => blocks.flatMap(mediaOf);

function kindOf({ type }: Media): PackFile["kind"] {
  if (isFileType(type)) return "file";
  return type === "audio/ogg" ? "audio" : "picture";
}

/** What a lesson's pictures, recordings and documents weigh together; the same file counts once. */
export function mediaBytesOf(body: LessonBody): number {
  const byHash = new Map(mediaIn(body).map(({ hash, bytes }) => [hash, bytes]));
  return [...byHash.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** A picture without words belongs to every language, a recording may serve two lessons. */
const merged = (a: PackFile, b: PackFile): PackFile => ({
  ...a,
  lessonIds: joined(a.lessonIds, b.lessonIds),
  languages: joined(a.languages, b.languages),
  spoken: joined(a.spoken, b.spoken),
});
const joined = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
