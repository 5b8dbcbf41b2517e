import type { Clock } from "@twiza/core";

/** A clock that a test moves by hand. */
export function movableClock(
  start: string | Date,
): Clock & { advance(milliseconds: number): void } {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
