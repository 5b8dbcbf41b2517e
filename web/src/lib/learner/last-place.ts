import type { EnrolmentView } from "@twiza/contract";
import type { Localized } from "@twiza/contract/where";
import { type CourseState, later, type Place } from "@twiza/client";
import { phone, readKept } from "./shelf.ts";
import { states } from "./states.svelte.ts";
import { owner } from "./who.svelte.ts";

/** A place with the names that a page needs to offer it without asking the network. */
export type NamedPlace = Place & {
  readonly courseId: string;
  readonly course: Localized;
  readonly lesson: Localized;
};

/** The last place of the person here over all courses, as this phone knows it, itself or from the server. */
export const lastPlace = (): NamedPlace | undefined =>
  [...states.courses.flatMap(named), ...told()].reduce<NamedPlace | undefined>(
    (last, place) => (later(last, place) === place ? place : last),
    undefined,
  );

/** Where she was on another phone, or on this one before it was emptied: in lessons that she has still to finish. */
function told(): readonly NamedPlace[] {
  const key = `twiza.copy.own.${owner()}.enrolments`;
  const hers = readKept<readonly EnrolmentView[]>(phone, key) ?? [];
  return hers.flatMap(({ courseId, courseTitle: course, progress: { resume }, completion }) => {
    const open = completion.state === "under_way" ? completion.blockers : [];
    return open.flatMap((one) =>
      resume && one.code === "lesson.unfinished" && one.lessonId === resume.lessonId
        ? [{ ...resume, courseId, course, lesson: one.title }]
        : [],
    );
  });
}

function named({ courseId, place, names = {} }: CourseState): readonly NamedPlace[] {
  const [course, lesson] = [names[courseId], names[place?.lessonId ?? ""]];
  return place && course && lesson ? [{ ...place, courseId, course, lesson }] : [];
}
