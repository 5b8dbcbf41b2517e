import type { Waiting } from "./queue.ts";
import { readKept, type Shelf } from "./shelf.ts";
import type { Sitting } from "./sitting.ts";

/** What of a learner is on this phone and nowhere else. */
export type Unsent = {
  /** Things done that the server has not answered for. */
  readonly events: number;
  /** Tests begun or handed in whose result has not come. */
  readonly tests: number;
};

/** What would be lost if this learner's things were erased now. */
export function unsentOf(shelf: Shelf, learnerId: string): Unsent {
  const waiting = keysOf(shelf, EVENTS, learnerId);
  const sittings = shelf.keys(sittingsOf(learnerId)).flatMap((key) => {
    const sitting = readKept<Sitting>(shelf, key);
    return sitting?.attempt && !sitting.result ? [key] : [];
  });
  return { events: waiting.length, tests: sittings.length };
}

/** Erases everything of a learner from this phone: what waits, her places, her tests, her copies. Nobody else's. */
export function eraseLearner(shelf: Shelf, learnerId: string): void {
  const own = [
    sittingsOf(learnerId),
    `twiza.place.${learnerId}.`,
    `twiza.copy.own.${learnerId}.`,
    `twiza.copy.own.days.${learnerId}`,
  ];
  const keys = [
    ...keysOf(shelf, EVENTS, learnerId),
    ...keysOf(shelf, REFUSED, learnerId),
    ...own.flatMap((prefix) => shelf.keys(prefix)),
  ];
  for (const key of keys) shelf.drop(key);
}

const EVENTS = "twiza.event.";
const REFUSED = "twiza.refused.";
const sittingsOf = (learnerId: string) => `twiza.sitting.${learnerId}.`;

const keysOf = (shelf: Shelf, prefix: string, learnerId: string): readonly string[] =>
  shelf.keys(prefix).filter((key) => readKept<Waiting>(shelf, key)?.owner === learnerId);
