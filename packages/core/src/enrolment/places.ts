import type { LearningEvent, LessonId, Progress } from "@twiza/contract";

/** How far a block of one version is in the next one. */
export type BlockIn = (lessonId: LessonId, block: number) => number;

/**
 * How far somebody is in a lesson that was written anew: as far as the furthest of her blocks that is still there, known by its key.
 * It never falls as she goes on, so that moving her and counting what she does may come in either order. Pure.
 * @param before keys of the blocks as they were, from the top
 */
export function reachedIn(
  before: readonly string[],
  after: readonly string[],
): (block: number) => number {
  const numbers = new Map(after.map((key, index) => [key, index + 1]));
  const furthest = [0];
  for (const key of before) furthest.push(Math.max(furthest.at(-1) ?? 0, numbers.get(key) ?? 0));
  return (block) => furthest[Math.min(block, before.length)] ?? 0;
}

/** An event as it counts in the next version. Pure. */
export const placedEvent = (event: LearningEvent, blockIn: BlockIn): LearningEvent => ({
  ...event,
  block: blockIn(event.lessonId, event.block),
});

/**
 * Progress by the blocks of the next version. What is done stays done, days stay, and lessons that the next version does not have stay
 * too: a later one may have them again. Pure.
 */
export function placedProgress({ lessons, resume, ...rest }: Progress, blockIn: BlockIn): Progress {
  const placed = Object.entries(lessons).map(([id, { reached, done }]) => {
    // Keys of a record that the contract's schema has read are ids of lessons.
    const lessonId = id as LessonId;
    return [lessonId, { reached: blockIn(lessonId, reached), done }] as const;
  });
  return {
    ...rest,
    lessons: Object.fromEntries(placed),
    ...(resume ? { resume: { ...resume, block: blockIn(resume.lessonId, resume.block) } } : {}),
  };
}
