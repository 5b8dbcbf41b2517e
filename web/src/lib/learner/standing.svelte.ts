import type { Blocker } from "@twiza/contract";
import { joined, type Progress } from "@twiza/client";
import type { CourseAtHand } from "./course.ts";
import { outbox } from "./outbox.svelte.ts";
import { lessonsOf } from "./progress.ts";
import { states } from "./states.svelte.ts";
import { addressOfStep, missingOf, nextStep, type Step, stillMissing } from "./way.ts";

/** Where somebody stands in a course, by all that the server and this phone know. */
export type Standing = {
  readonly progress: Progress;
  readonly missing: readonly Blocker[];
  readonly step: Step;
  /** Where the step leads. */
  readonly address: string;
  /** The lesson she is in, or would open next. */
  readonly current: string | undefined;
  readonly hasBegun: boolean;
};

/** Works it out anew whenever an event is written down or a receipt comes in, if read in a derived value. */
export function standing(course: CourseAtHand): Standing {
  const { courseId, manifest } = course;
  const isEnrolled = course.enrolment !== undefined;
  const known = course.enrolment?.progress.lessons ?? {};
  const progress = joined(known, states.progressIn(courseId, isEnrolled));
  const newer = isEnrolled ? outbox.missingIn(courseId) : undefined;
  const completion = newer ?? course.enrolment?.completion;
  const blockers = completion?.state === "under_way" ? completion.blockers : [];
  const missing = completion ? stillMissing(blockers, progress) : missingOf(manifest, progress);
  const place = states.placeIn(courseId, course.enrolment);
  const order = lessonsOf(manifest).map(({ id }) => id);
  const step = nextStep(missing, { place, order });
  return {
    progress,
    missing,
    step,
    address: addressOfStep(courseId, step),
    current: step.kind === "lesson" ? step.lessonId : undefined,
    hasBegun: place !== undefined || Object.keys(progress).length > 0,
  };
}
