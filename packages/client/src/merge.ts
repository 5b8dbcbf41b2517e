/** How far one lesson has come. */
export type LessonState = { readonly reached: number; readonly done: boolean };
/** Progress as a phone works with it, by lesson. It only ever grows. */
export type Progress = Readonly<Record<string, LessonState>>;
/** What an event says of progress. */
export type Step = { readonly type: string; readonly lessonId: string; readonly block: number };

/** Where a learner was: a register, see `later`. */
export type Place = {
  readonly lessonId: string;
  /** From 1; 0 is the lesson's beginning. */
  readonly block: number;
  readonly at: string;
  readonly deviceId: string;
  readonly seq: number;
};

const NONE: LessonState = { reached: 0, done: false };

/** Progress with what events add: the same join as the server's, so that neither order nor repetition matters. */
export function withEvents(progress: Progress, events: readonly Step[]): Progress {
  const grown: Record<string, LessonState> = { ...progress };
  for (const { lessonId, block, type } of events) {
    const before = grown[lessonId] ?? NONE;
    grown[lessonId] = {
      reached: Math.max(before.reached, block),
      done: before.done || type === "lesson.finished",
    };
  }
  return grown;
}

/** Two views of progress, neither lost. */
export function joined(a: Progress, b: Progress): Progress {
  const both: Record<string, LessonState> = { ...a };
  for (const [id, { reached, done }] of Object.entries(b)) {
    const before = both[id] ?? NONE;
    both[id] = { reached: Math.max(before.reached, reached), done: before.done || done };
  }
  return both;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The later of two places; either may be unknown. Of one device its own count decides, which no clock that is set back can
 * turn round; between devices the claimed moment, then the device's name.
 */
export function later(a: Place | undefined, b: Place | undefined): Place | undefined {
  if (!a || !b) return a ?? b;
  const order =
    a.deviceId === b.deviceId
      ? a.seq - b.seq || compare(a.at, b.at)
      : compare(a.at, b.at) || compare(a.deviceId, b.deviceId);
  return (order || compare(a.lessonId, b.lessonId) || a.block - b.block) >= 0 ? a : b;
}
