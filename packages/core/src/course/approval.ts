import type { Approval, Course, ListedCourse, OrganisationId } from "@twiza/contract";
import { may, type Subject } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { isFor, printOf, stateOf } from "./review.ts";

/** Whether a second person approves before a course of it is published. Only to be shown: publishing reads it anew. */
export const isApprovalRequired = async (
  deps: Deps,
  organisationId: OrganisationId,
): Promise<boolean> =>
  (await deps.store.organisations.byId(organisationId))?.value.approval === true;

/** Who looks at a course, and what ties her to it. */
type Viewer = { readonly principal: Principal; readonly subject: Subject };

/** What was asked last of a second person, as somebody sees it. */
async function shown(course: Course, { principal, subject }: Viewer) {
  const { review } = course;
  if (!review) return undefined;
  const state = stateOf(review, await printOf(course));
  const isHers = isFor(review, principal.accountId) && may(principal, "course:review", subject);
  return { ...review, state, mayDecide: state === "waiting" && isHers };
}

/** For the desk of a course, where a second person approves first. */
export async function approvalOf(course: Course, viewer: Viewer): Promise<Approval> {
  const review = await shown(course, viewer);
  const mayAsk = may(viewer.principal, "course:edit", viewer.subject);
  return { mayAsk, ...(review ? { review } : {}) };
}

/** For a list of courses. */
export async function reviewLineOf(
  course: Course,
  viewer: Viewer,
): Promise<Pick<ListedCourse, "review">> {
  const review = await shown(course, viewer);
  return review ? { review: { state: review.state, mayDecide: review.mayDecide } } : {};
}
