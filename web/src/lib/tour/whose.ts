import type { ListedCourse } from "@twiza/contract";
import type { TourNote } from "../office/tour-note.ts";

type Course = Pick<ListedCourse, "id" | "mayEdit" | "version" | "changedAt" | "publishedAt">;
const isLive = ({ version }: Course): boolean => version !== undefined;
const newest = (courses: readonly Course[], of: "changedAt" | "publishedAt"): Course | undefined =>
  courses.toSorted((a, b) => (b[of] ?? "").localeCompare(a[of] ?? ""))[0];

/**
 * Through which of her courses somebody is led. One that is live is the end of the way, unless she asked for the guide: then it is
 * for the next one. Pure.
 */
export function chosenOf(courses: readonly Course[], isAsked: boolean): Course | undefined {
  const hers = courses.filter(({ mayEdit }) => mayEdit);
  const live = newest(hers.filter(isLive), "publishedAt");
  const begun = newest(
    hers.filter((course) => !isLive(course)),
    "changedAt",
  );
  return isAsked ? (begun ?? live) : (live ?? begun);
}

type Where = {
  readonly note: TourNote;
  /** The course of the page, where it is the page of one. */
  readonly courseId: string | undefined;
  /** That course is live. */
  readonly isOut: boolean;
};

/** Whether the guide is for her, here: not where she may not write, nor, unless she asked, for another course than her first. Pure. */
export function isForHer(courses: readonly Course[], { note, courseId, isOut }: Where): boolean {
  if (note !== "begun" && note !== "asked") return false;
  const course = courses.find(({ id }) => id === courseId);
  // One that she has just begun is not in the list that was read before.
  if (courseId !== undefined && course && !course.mayEdit) return false;
  const hasLive = courses.some((each) => each.mayEdit && isLive(each));
  return note === "asked" || courseId === undefined || isOut || !hasLive;
}
