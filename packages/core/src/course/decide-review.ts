import type { Approval, Course, CourseId, Hash, IntentId, ReviewVerdict } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { approvalOf } from "./approval.ts";
import { memberNow } from "./ask-review.ts";
import { aboutCourse, loadCourse, subjectOf } from "./course.ts";
import { isFor, printOf, verdictOn } from "./review.ts";

type Wish = {
  readonly intentId: IntentId;
  /** The draft that she looked at. */
  readonly print: Hash;
  readonly verdict: ReviewVerdict;
  readonly note?: string | undefined;
};

/**
 * Approves a draft, or asks for changes: once, for the very draft that was laid before her. The same verdict by another changes nothing.
 * @throws Refused `review.own` to the one who asked, `review.void` when the draft is another by now, `review.decided` by the other
 * verdict, `not_found` also to whoever was not asked
 */
export function decideReview(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<Approval> {
  const asked = { principal, operation: `review.decide ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const { value: course, revision } = await loadCourse(deps, principal, courseId);
    const subject = subjectOf(course, principal);
    authorise(principal, "course:review", subject);
    const review = found(course.review);
    if (review.askedBy.accountId === principal.accountId) throw new Refused("review.own");
    if (!isFor(review, principal.accountId)) throw new Refused("not_found");
    const answer = verdictOn(review, body, await printOf(course));
    if (answer === "same")
      return { reply: await approvalOf(course, { principal, subject }), writes: [] };
    if (answer !== "new") throw new Refused(answer);
    const { verdict, note } = body;
    const decision = {
      verdict,
      by: await memberNow(deps, principal, course),
      at: deps.clock.now().toISOString(),
      ...(note === undefined ? {} : { note }),
    };
    const decided: Course = { ...course, review: { ...review, decision } };
    const line = auditLine(deps, principal, {
      ...aboutCourse(course),
      action: verdict === "approved" ? "course.approved" : "course.changes_asked",
      ...(note === undefined ? {} : { note }),
    });
    const reply = await approvalOf(decided, { principal, subject });
    return { reply, writes: [deps.store.courses.put(decided, revision), line] };
  });
}
