import {
  type AccountId,
  type Course,
  type CourseId,
  type CourseOwner,
  type IntentId,
  MOST_OWNERS,
  type OwnerCandidate,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import type { After } from "../store/index.ts";
import { aboutCourse, loadCourse, nextOf, subjectOf } from "./course.ts";
import { nameOfMember, ownersOf } from "./owners-of.ts";

/** Trainers of the organisation who could be owners too, by name within a page. @throws Refused `not_found` */
export async function listOwnerCandidates(
  deps: Deps,
  principal: Principal,
  { courseId, after }: { readonly courseId: CourseId; readonly after: After },
): Promise<{ candidates: OwnerCandidate[]; next?: string }> {
  const { value: course } = await loadCourse(deps, principal, courseId);
  authorise(principal, "course:own", subjectOf(course, principal));
  const page = await deps.store.people.members(course.organisationId, after);
  const candidates = page.values
    .map(({ value }) => value)
    .filter(({ roles, accountId }) => roles.includes("trainer") && !isOwner(course, accountId))
    .map(({ accountId, name }) => ({ accountId, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { candidates, ...nextOf(page) };
}

const isOwner = ({ ownerIds }: Course, accountId: AccountId): boolean =>
  ownerIds.includes(accountId);

type Wish = { readonly intentId: IntentId; readonly accountId: AccountId };

/**
 * Lets another trainer write and publish a course. Who owns it already stays its owner.
 * @throws Refused `not_found`, `owner.not_trainer` (also for somebody of another organisation, or of none), `owner.too_many`
 */
export function addOwner(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<{ owners: CourseOwner[] }> {
  const asked = { principal, operation: `owner.add ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const { value: course, revision } = await loadCourse(deps, principal, courseId);
    authorise(principal, "course:own", subjectOf(course, principal));
    const { accountId } = body;
    if (isOwner(course, accountId)) return { reply: await replyOf(deps, course), writes: [] };
    const member = await deps.store.people.membership(accountId, course.organisationId);
    if (!member?.value.roles.includes("trainer")) throw new Refused("owner.not_trainer");
    if (course.ownerIds.length >= MOST_OWNERS) throw new Refused("owner.too_many");
    const owned: Course = { ...course, ownerIds: [...course.ownerIds, accountId] };
    const line = auditLine(deps, principal, {
      ...aboutCourse(owned),
      action: "course.owner_added",
      note: member.value.name,
    });
    const writes = [deps.store.courses.put(owned, revision), line];
    return { reply: await replyOf(deps, owned), writes };
  });
}

/**
 * Takes a course from one of its owners. Who does not own it needs nothing done.
 * @throws Refused `not_found`, `owner.last`, `owner.oneself` unless she says that she means herself
 */
export function removeOwner(
  deps: Deps,
  principal: Principal,
  {
    courseId,
    body,
  }: {
    readonly courseId: CourseId;
    readonly body: Wish & { readonly leaving?: boolean | undefined };
  },
): Promise<{ owners: CourseOwner[] }> {
  const asked = { principal, operation: `owner.remove ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const { value: course, revision } = await loadCourse(deps, principal, courseId);
    authorise(principal, "course:own", subjectOf(course, principal));
    const { accountId, leaving } = body;
    if (!isOwner(course, accountId)) return { reply: await replyOf(deps, course), writes: [] };
    if (course.ownerIds.length === 1) throw new Refused("owner.last");
    if (accountId === principal.accountId && leaving !== true) throw new Refused("owner.oneself");
    const name = await nameOfMember(deps, course.organisationId, accountId);
    const ownerIds = course.ownerIds.filter((id) => id !== accountId);
    const owned: Course = { ...course, ownerIds };
    const line = auditLine(deps, principal, {
      ...aboutCourse(owned),
      action: "course.owner_removed",
      note: name ?? accountId,
    });
    const writes = [deps.store.courses.put(owned, revision), line];
    return { reply: await replyOf(deps, owned), writes };
  });
}

const replyOf = async (deps: Deps, course: Course) => ({ owners: await ownersOf(deps, course) });
