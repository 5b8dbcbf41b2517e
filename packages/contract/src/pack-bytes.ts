import type { ManifestLesson } from "./course.ts";
import type { AudioLanguage, ContentLanguage } from "./language.ts";
import type { PackWeight } from "./pack.ts";

/** Bytes of a pack with its sound, for who reads one language and hears another. */
export const bytesFor = (weight: PackWeight, read: ContentLanguage, heard: AudioLanguage): number =>
  (weight.read[read] ?? weight.read["ar"] ?? 0) + (weight.spoken[heard] ?? 0);

/**
 * What lessons weigh at most with their sound, in bytes, for who reads one language and hears another, from the manifest alone: what
 * two lessons share counts twice. For versions that are no longer offered, whose `moduleWeightOf` nobody tells any more.
 */
export const mostBytes = (
  lessons: readonly Pick<ManifestLesson, "bodies" | "voices">[],
  read: ContentLanguage,
  heard: AudioLanguage,
): number => lessons.reduce((sum, lesson) => sum + lessonBytes(lesson, read, heard), 0);

function lessonBytes(
  { bodies, voices }: Pick<ManifestLesson, "bodies" | "voices">,
  read: ContentLanguage,
  heard: AudioLanguage,
): number {
  // A lesson that is not written in her language comes in all of its own.
  const wanted = bodies[read] ? [bodies[read]] : Object.values(bodies);
  return wanted.reduce(
    (sum, body) => sum + (body ? body.bytes + body.mediaBytes : 0),
    voices?.[heard]?.bytes ?? 0,
  );
}
