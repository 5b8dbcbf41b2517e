import { keep, kept } from "../kept.ts";

const DAY_MILLISECONDS = 86_400_000;

/** Days on which she has learnt in any course: those that the server knows, and those of what waits to be sent. As the server counts, in UTC. */
export function countDays(
  known: readonly (readonly number[])[],
  waiting: readonly string[],
): number {
  const days = waiting.map((instant) => Math.floor(Date.parse(instant) / DAY_MILLISECONDS));
  return new Set([...known.flat(), ...days]).size;
}

/**
 * What is shown never falls: without network the phone's copy may be older than what it showed a moment ago.
 * It is an encouragement, and one that is taken back is none.
 */
export function daysShown(learnerId: string, count: number): number {
  const before = Number(kept(`copy.own.days.${learnerId}`));
  if (count > before) keep(`copy.own.days.${learnerId}`, String(count));
  return Math.max(before, count);
}
