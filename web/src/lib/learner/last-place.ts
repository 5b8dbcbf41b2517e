import type { Localized } from "@twiza/contract/where";
import { type CourseState, later, type Place } from "@twiza/client";
import { states } from "./states.svelte.ts";

/** A place with the names that a page needs to offer it without asking the network. */
export type NamedPlace = Place & {
  readonly courseId: string;
  readonly course: Localized;
  readonly lesson: Localized;
};

/** The last place of the person here over all courses, as this phone knows it. */
export const lastPlace = (): NamedPlace | undefined =>
  states.courses
    .flatMap(named)
    .reduce<NamedPlace | undefined>(
      (last, place) => (later(last, place) === place ? place : last),
      undefined,
    );

function named({ courseId, place, names = {} }: CourseState): readonly NamedPlace[] {
  const [course, lesson] = [names[courseId], names[place?.lessonId ?? ""]];
  return place && course && lesson ? [{ ...place, courseId, course, lesson }] : [];
}
