import type { Manifest, ManifestLesson } from "@twiza/contract";
import type { Progress } from "@twiza/client";

export const lessonsOf = (manifest: Manifest): readonly ManifestLesson[] =>
  manifest.modules.flatMap((module) => module.lessons);

export const isDone = (progress: Progress, lessonId: string): boolean =>
  progress[lessonId]?.done ?? false;

/** How each lesson looks in the woven band; the one in hand, or else the first that is not done, is "now". */
export function bandOf(
  lessons: readonly Pick<ManifestLesson, "id">[],
  progress: Progress,
  current?: string,
): readonly ("done" | "now" | "open")[] {
  return lessons.map(({ id }) => (isDone(progress, id) ? "done" : id === current ? "now" : "open"));
}
