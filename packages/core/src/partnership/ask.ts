import {
  type CourseId,
  type IntentId,
  MOST_CERTIFIED_COMPETENCIES,
  MOST_PARTNERS,
  type OrganisationId,
  type Partnership,
  type PartnershipRow,
} from "@twiza/contract";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { agreeing, bothSides, isOpen, linesOf, partnershipOf } from "./partnership.ts";

type Asking = {
  readonly intentId: IntentId;
  readonly courseId: CourseId;
  readonly partnerId: OrganisationId;
};

/**
 * Asks another institution to stand behind the certificates of one of our courses. Nothing comes of it until one of its own
 * administrators agrees. @throws Refused `not_found` for a course or an institution that is not there, or a course of somebody else;
 * `partnership.own`, `course.not_published`, `partnership.exists`, `partnership.too_many`
 */
export function askPartnership(
  deps: Deps,
  principal: Principal,
  body: Asking,
): Promise<Partnership> {
  return once(deps, { principal, operation: "partnership.ask", request: body }, async () => {
    const organisationId = agreeing(principal);
    const { courseId, partnerId } = body;
    const { store, clock } = deps;
    const course = await courseOf(deps, organisationId, courseId);
    if (partnerId === organisationId) throw new Refused("partnership.own");
    const [us, them] = [
      found(await store.organisations.byId(organisationId)).value,
      found(await store.organisations.byId(partnerId)).value,
    ];
    const rows = await store.partnerships.ofCourse(organisationId, courseId);
    const { seat, own } = seatFor(rows, partnerId);
    const partnership = {
      ...{ courseId, organisationId, partnerId, course, seat },
      organisationName: us.name,
      partnerName: them.name,
      state: "asked" as const,
      askedAt: clock.now().toISOString(),
    };
    const behind = await store.partnerships.behind(partnerId, courseId);
    const writes = [
      ...bothSides(deps, partnership, { own, behind }),
      ...linesOf(deps, principal, { act: "asked", partnership }),
    ];
    return { reply: partnershipOf({ ...partnership, holderId: organisationId }), writes };
  });
}

/** What the course is by its published version: what the partner decides by. */
async function courseOf(
  deps: Deps,
  organisationId: OrganisationId,
  courseId: CourseId,
): Promise<Partnership["course"]> {
  const { live } = found(await deps.store.courses.byId(organisationId, courseId)).value;
  if (!live) throw new Refused("course.not_published");
  const { title, modules, competencies = [] } = await readManifest(deps, live.content.manifest);
  const lessons = modules.flatMap((module) => module.lessons);
  return {
    title,
    version: live.version,
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    competencies: competencies.slice(0, MOST_CERTIFIED_COMPETENCIES),
  };
}

/** The place that the agreement has or gets: that of an earlier one with them, else one that is free, else one that is over. */
function seatFor(
  rows: readonly Kept<PartnershipRow>[],
  partnerId: OrganisationId,
): { readonly seat: number; readonly own: Kept<PartnershipRow> | undefined } {
  const theirs = rows.find(({ value }) => value.partnerId === partnerId);
  if (theirs && isOpen(theirs.value)) throw new Refused("partnership.exists");
  if (theirs) return { seat: theirs.value.seat, own: theirs };
  const seats = Array.from({ length: MOST_PARTNERS }, (_, at) => at + 1);
  const free = seats.find((seat) => rows.every(({ value }) => value.seat !== seat));
  if (free !== undefined) return { seat: free, own: undefined };
  const over = found(
    rows.find(({ value }) => !isOpen(value)),
    "partnership.too_many",
  );
  return { seat: over.value.seat, own: over };
}
