import type { EnrolmentView, Manifest } from "@twiza/contract";
import { GUEST } from "@twiza/client";
import { call, type Reply } from "../api.ts";
import { hearNames } from "../components/languages.ts";
import { readManifest } from "../content.ts";
import { isProblem } from "../problem.ts";
import { loadSession } from "../session.svelte.ts";
import { withCopy } from "./copies.ts";
import { states } from "./states.svelte.ts";
import { owner } from "./who.svelte.ts";

export type Outline = Reply<"readOutline">;
/** A course as the person here meets it: at her own version if she is enrolled, else at the live one. */
export type CourseAtHand = {
  readonly courseId: string;
  /** Absent when the course is no longer offered but she is still on it. */
  readonly outline?: Outline | undefined;
  readonly enrolment?: EnrolmentView | undefined;
  readonly manifest: Manifest;
};

/** Opens a course. @throws Problem `not_found` when it is neither offered nor hers */
export async function openCourse(courseId: string): Promise<CourseAtHand> {
  const asked = withCopy({ name: `outline.${courseId}`, own: false }, () =>
    call("readOutline", { params: { courseId } }),
  );
  const [outline, enrolment] = await Promise.allSettled([asked, enrolmentOf(courseId)]);
  if (enrolment.status === "rejected") throw enrolment.reason;
  if (outline.status === "rejected" && !enrolment.value) throw outline.reason;
  const offered = outline.status === "fulfilled" ? outline.value : undefined;
  const hash = enrolment.value?.manifest ?? offered?.course.manifest;
  const manifest = await readManifest(hash ?? "");
  hearNames(manifest.otherLanguages);
  last = { courseId, outline: offered, enrolment: enrolment.value, manifest };
  return last;
}

let last: CourseAtHand | undefined;
/** The course that was opened last, if it is this one: from lesson to lesson nothing is asked twice. */
export const courseAtHand = (courseId: string): CourseAtHand | undefined =>
  last?.courseId === courseId ? last : undefined;
/** After something that changes where she stands, the next page asks anew. */
export const forgetCourse = (): void => {
  last = undefined;
};

/** Her enrolment, or nothing when she has none there or is not signed in. @throws Problem for anything else */
export async function enrolmentOf(courseId: string): Promise<EnrolmentView | undefined> {
  await loadSession();
  await states.ready();
  const who = owner();
  if (who === GUEST) return undefined;
  try {
    return await withCopy({ name: `${who}.enrolment.${courseId}`, own: true }, () =>
      call("readEnrolment", { params: { courseId } }),
    );
  } catch (error) {
    const isNone =
      isProblem(error, "not_found") ||
      isProblem(error, "learner.required") ||
      isProblem(error, "session.required") ||
      // Without network and without a copy she may read on; what she does is kept.
      isProblem(error, "offline");
    if (isNone) return undefined;
    throw error;
  }
}
