import type { EnrolmentView } from "@twiza/contract";
import { joined } from "@twiza/client";
import { states } from "./states.svelte.ts";
import { addressOfStep, nextStep, stillMissing } from "./way.ts";

/** Where she stands in a course of hers, from the enrolment alone: a list of courses need not fetch each one's content. */
export function mine(enrolment: EnrolmentView) {
  const { courseId, completion, lessonCount } = enrolment;
  const progress = joined(enrolment.progress.lessons, states.progressIn(courseId, true));
  const blockers = completion.state === "under_way" ? completion.blockers : [];
  const missing = stillMissing(blockers, progress);
  const step = nextStep(missing, { place: states.placeIn(courseId, enrolment) });
  // By what is missing: she may have done lessons that her version does not have.
  const open = missing.filter(({ code }) => code === "lesson.unfinished").length;
  const done = lessonCount - open;
  const band = Array.from({ length: lessonCount }, (_, index) =>
    index < done ? "done" : index === done ? "now" : "open",
  );
  return { missing, step, address: addressOfStep(courseId, step), band };
}

/** The one touched last comes first. */
export const byLastSeen = (a: EnrolmentView, b: EnrolmentView): number =>
  (b.lastSeenAt ?? b.enrolledAt).localeCompare(a.lastSeenAt ?? a.enrolledAt);
