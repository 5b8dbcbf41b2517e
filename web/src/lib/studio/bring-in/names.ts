import { sha256 } from "@twiza/credential/sha256";
import type { ContentLanguage } from "@twiza/contract/where";

const hex = (text: string): string =>
  Array.from(sha256(text), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Which bringing this is. `round` counts how often the same document was brought into the course and taken back, or wanted once more. */
export type Bringing = {
  readonly fingerprint: string;
  readonly courseId: string;
  readonly language: ContentLanguage;
  readonly round: number;
};

/**
 * What all names of a bringing come from: whoever brings the same document into the same course again, on whatever device, asks for
 * the same things by the same names, so that nothing comes twice.
 */
export const seedOf = ({ fingerprint, courseId, language, round }: Bringing): string =>
  hex([fingerprint, courseId, language, round].join(" "));

const numbered = (place: number): string => place.toString(16).padStart(8, "0");

export const moduleIdOf = (seed: string): string => `mod_${seed.slice(0, 32)}`;
/** Of the lesson at that place in the document, from 0. */
export const lessonIdOf = (seed: string, place: number): string =>
  `les_${seed.slice(0, 24)}${numbered(place)}`;
/** Of the block at that place in its lesson, from 0. */
export const keyOf = (seed: string, place: number): string => `b-${seed.slice(24, 40)}-${place}`;

/** The name under which one thing is asked for: a UUID as `newIntent` makes them, with a hash where that has time and chance. */
export function intentOf(seed: string, what: string): string {
  const name = hex(`${seed} ${what}`);
  return `${name.slice(0, 8)}-${name.slice(8, 12)}-7${name.slice(13, 16)}-8${name.slice(17, 20)}-${name.slice(20, 32)}`;
}

/** Of the question at that place in a file that goes into a bank, from 0. */
export const itemIdOf = (seed: string, place: number): string =>
  `itm_${seed.slice(0, 24)}${numbered(place)}`;
