import { LANGUAGES, type Language } from "@twiza/contract/where";

/** Whether everything is tried on everything (`npm test -- --whole`), as it is before something lands. */
export const isWhole = process.env["TWIZA_WHOLE"] !== undefined;

/**
 * Of what everybody is to be asked: all of it for what lands. At the desk everybody is asked `count` of it, and the next `turn` goes on
 * where the last one ended: nobody is left out, and no question either.
 */
export function shareOf<T>(all: readonly T[], turn: number, count: number): readonly T[] {
  if (isWhole || all.length <= count) return all;
  return Array.from({ length: count }, (_, at) => (turn * count + at) % all.length).flatMap(
    (place) => all.slice(place, place + 1),
  );
}

/** Languages in which something is tried that each of them may break: at the desk the one that runs the other way, and one with long words. */
export const LANGUAGES_TRIED: readonly Language[] = isWhole ? LANGUAGES : ["ar", "fr"];
