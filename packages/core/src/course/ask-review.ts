import type {
  AccountId,
  Approval,
  Course,
  CourseId,
  IntentId,
  Membership,
  Review,
  ReviewPerson,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise, may } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store/index.ts";
import { approvalOf } from "./approval.ts";
import { readManifest } from "./content.ts";
import { aboutCourse, loadCourse, nextOf, subjectOf } from "./course.ts";
import { nameOfMember } from "./owners-of.ts";
import { mustBePublishable } from "./publishable.ts";
import { isAskedAlready, printOf } from "./review.ts";

/** Whether somebody other than the one who asks may approve the course, by the same table that decides when she does. */
function mayReview(course: Course, principal: Principal, member: Membership): boolean {
  const { accountId, organisationId, roles } = member;
  const own = course.ownerIds.includes(accountId);
  const subject = { organisationId: course.organisationId, own };
  return (
    accountId !== principal.accountId && may({ roles, organisationId }, "course:review", subject)
  );
}

/** Who else may approve a course, by name within a page. @throws Refused `not_found` */
export async function listReviewers(
  deps: Deps,
  principal: Principal,
  { courseId, after }: { readonly courseId: CourseId; readonly after: After },
): Promise<{ reviewers: ReviewPerson[]; next?: string }> {
  const { value: course } = await loadCourse(deps, principal, courseId);
  authorise(principal, "course:edit", subjectOf(course, principal));
  const page = await deps.store.people.members(course.organisationId, after);
  const reviewers = page.values
    .filter(({ value }) => mayReview(course, principal, value))
    .map(({ value: { accountId, name } }) => ({ accountId, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { reviewers, ...nextOf(page) };
}

type Wish = {
  readonly intentId: IntentId;
  readonly reviewerIds: readonly AccountId[];
  readonly note?: string | undefined;
};

/**
 * Lays the draft as it stands before a second person; what was asked before ends with it. Asking the same again changes nothing, and no
 * approval of this very draft is lost.
 * @throws Refused `not_found`, `review.off`, `review.reviewer` for somebody who may not approve it, and what `mustBePublishable` throws
 */
export function askReview(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<Approval> {
  const asked = { principal, operation: `review.ask ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const { value: course, revision } = await loadCourse(deps, principal, courseId);
    const subject = subjectOf(course, principal);
    authorise(principal, "course:edit", subject);
    const { organisationId, draft } = course;
    const organisation = found(await deps.store.organisations.byId(organisationId));
    if (!organisation.value.approval) throw new Refused("review.off");
    await mustBePublishable(deps, course, await readManifest(deps, draft.content.manifest));
    const review = await reviewFor(deps, principal, { course, body });
    const reviewed = isAskedAlready(course.review, review) ? course : { ...course, review };
    const reply = await approvalOf(reviewed, { principal, subject });
    if (reviewed === course) return { reply, writes: [] };
    const line = auditLine(deps, principal, {
      ...aboutCourse(course),
      action: "course.review_asked",
      ...(review.reviewers.length > 0
        ? {
            note: review.reviewers
              .map(({ name }) => name)
              .join(", ")
              .slice(0, 500),
          }
        : {}),
    });
    return { reply, writes: [deps.store.courses.put(reviewed, revision), line] };
  });
}

type About = { readonly course: Course; readonly body: Wish };

async function reviewFor(
  deps: Deps,
  principal: Principal,
  { course, body }: About,
): Promise<Review> {
  const { organisationId } = course;
  const reviewers = await Promise.all(
    [...new Set(body.reviewerIds)].map(async (accountId) => {
      const member = await deps.store.people.membership(accountId, organisationId);
      if (!member || !mayReview(course, principal, member.value))
        throw new Refused("review.reviewer");
      return { accountId, name: member.value.name };
    }),
  );
  return {
    print: await printOf(course),
    askedBy: await memberNow(deps, principal, course),
    askedAt: deps.clock.now().toISOString(),
    ...(body.note === undefined ? {} : { note: body.note }),
    reviewers,
  };
}

/** Somebody of the course's organisation, as she is called there at this moment. */
export async function memberNow(
  deps: Deps,
  { accountId }: Principal,
  { organisationId }: Course,
): Promise<ReviewPerson> {
  return { accountId, name: found(await nameOfMember(deps, organisationId, accountId)) };
}
