import {
  type Hash,
  isFileType,
  isVideoType,
  type LessonBody,
  type Manifest,
  type ManifestLesson,
  type Media,
  mediaOf,
  type PackFile,
  type PackIndex,
  type VoiceSheet,
} from "@twiza/contract";
import { mergedFiles } from "@twiza/contract/pack-choice";
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
  return {
    format: 1,
    courseId: manifest.courseId,
    manifest: { hash: manifest.hash, bytes: manifest.bytes },
    files: mergedFiles(lessons.flatMap(filesOfLesson)),
  };
}

function filesOfLesson({ lesson, bodies, sheets }: WholeLesson): readonly PackFile[] {
  const lessonIds = [lesson.id];
  const spoken = sheets.flatMap((sheet): PackFile[] => {
    const about = { languages: [], spoken: [sheet.language] };
    const { hash, bytes } = sheet;
    const voices = filesOfVoice(sheet).map((each): PackFile => ({
      ...each,
      ...about,
      lessonIds,
      kind: "voice",
    }));
    return [
      { hash, bytes, type: "application/json", lessonIds, ...about, kind: "sheet" },
      ...voices,
    ];
  });
  return [...bodies.flatMap((body) => filesOfBody(lesson.id, body)), ...spoken];
}

/** A lesson in one language, with its pictures and recordings. */
export function filesOfBody(
  lessonId: ManifestLesson["id"],
  body: WholeLesson["bodies"][number],
): readonly PackFile[] {
  const about = { lessonIds: [lessonId], languages: [body.language], spoken: [] };
  const { hash, bytes } = body;
  const media = mediaIn(body).map((each): PackFile => {
    const kind = kindOf(each);
    // Apps from before there were videos go by the languages alone, and would fetch it unasked.
    return { ...each, ...about, ...(kind === "video" ? { languages: [] } : {}), kind };
  });
  return [{ hash, bytes, type: "application/json", ...about, kind: "lesson" }, ...media];
}

const mediaIn = ({ blocks }: LessonBody): readonly Media[] => blocks.flatMap(mediaOf);

function kindOf({ type }: Media): PackFile["kind"] {
  if (isFileType(type)) return "file";
  if (isVideoType(type)) return "video";
  return type === "audio/ogg" ? "audio" : "picture";
}

/** What a lesson's pictures, recordings, documents and videos weigh together; the same file counts once. */
export function mediaBytesOf(body: LessonBody): number {
  const byHash = new Map(mediaIn(body).map(({ hash, bytes }) => [hash, bytes]));
  return [...byHash.values()].reduce((sum, bytes) => sum + bytes, 0);
}
