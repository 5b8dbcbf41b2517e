import type { Manifest, ManifestLesson } from "@twiza/contract";
import type { DeviceEvent } from "./queue.ts";

export type LessonState = { readonly reached: number; readonly done: boolean };
/** Progress as a phone works with it: by lesson id. It only ever grows. */
export type Progress = Readonly<Record<string, LessonState>>;

const NONE: LessonState = { reached: 0, done: false };

/** What the server knows together with what still waits to be sent: the same join as on the server, so order never matters. */
export function withEvents(progress: Progress, events: readonly DeviceEvent[]): Progress {
  const joined: Record<string, LessonState> = { ...progress };
  for (const { lessonId, block, type } of events) {
    const before = joined[lessonId] ?? NONE;
    joined[lessonId] = {
      reached: Math.max(before.reached, block),
      done: before.done || type === "lesson.finished",
    };
  }
  return joined;
}

/** Two views of progress, neither lost. */
export function joined(a: Progress, b: Progress): Progress {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...ids].map((id) => {
      const [one, other] = [a[id] ?? NONE, b[id] ?? NONE];
      const reached = Math.max(one.reached, other.reached);
      return [id, { reached, done: one.done || other.done }];
    }),
  );
}

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
