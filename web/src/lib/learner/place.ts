import type { EnrolmentView } from "@twiza/contract";
import type { Localized } from "@twiza/contract/where";
import { GUEST } from "./queue.ts";
import { phone, readKept, writeKept } from "./shelf.ts";
import { later, type Place } from "./way.ts";
import { owner } from "./who.svelte.ts";

/** A place with the names that a page needs to offer it without asking the network. */
export type NamedPlace = Place & {
  readonly courseId: string;
  readonly course: Localized;
  readonly lesson: Localized;
};
const keyOf = (who: string, courseId: string) => `twiza.place.${who}.${courseId}`;

/** Keeps where she is, at every block: closing the phone in the middle of a sentence loses nothing. */
export const keepPlace = (place: NamedPlace): void =>
  writeKept(phone, keyOf(owner(), place.courseId), place);

/** Where she was last in a course, on this phone or on another. */
export const placeIn = (courseId: string, enrolment?: EnrolmentView): Place | undefined =>
  later(readKept<NamedPlace>(phone, keyOf(owner(), courseId)), enrolment?.progress.resume);

/** The last place of the person here over all courses, as this phone knows it. */
export function lastPlace(): NamedPlace | undefined {
  const places = phone
    .keys(`twiza.place.${owner()}.`)
    .flatMap((key) => readKept<NamedPlace>(phone, key) ?? []);
  return places.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/** What a guest read in a course belongs to the learner who has just enrolled in it. */
export function adoptPlace(courseId: string, learnerId: string): void {
  const place = readKept<NamedPlace>(phone, keyOf(GUEST, courseId));
  if (!place) return;
  writeKept(phone, keyOf(learnerId, courseId), place);
  phone.drop(keyOf(GUEST, courseId));
}
