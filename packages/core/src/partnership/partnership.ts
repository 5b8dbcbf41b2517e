import {
  type Certificate,
  type CourseId,
  type OrganisationId,
  type Partnership,
  type PartnershipRow,
  type PartnershipState,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";

/** Whose agreements she may make. @throws Refused `not_found` */
export function agreeing(principal: Principal): OrganisationId {
  const organisationId = found(principal.organisationId);
  authorise(principal, "partnership:change", { organisationId });
  return organisationId;
}

/** What both sides know of it. */
export const partnershipOf = ({ holderId: _holder, seat: _seat, ...shown }: PartnershipRow): Partnership =>
  shown; // prettier-ignore

/** Whether it counts, or may come to: as long as it does, nobody else has its place. */
export const isOpen = ({ state }: { readonly state: PartnershipState }): boolean =>
  state === "asked" || state === "running";

type Sides = {
  /** Each side's row as it was read, or nothing of a side that has none yet. */
  readonly own: Kept<PartnershipRow> | undefined;
  readonly behind: Kept<PartnershipRow> | undefined;
};

/** Both sides' rows of one agreement, written together at what was read of each. */
export function bothSides(
  deps: Deps,
  shared: Partnership & Pick<PartnershipRow, "seat">,
  { own, behind }: Sides,
): readonly Write[] {
  const { partnerships } = deps.store;
  const sides = [
    [shared.organisationId, own],
    [shared.partnerId, behind],
  ] as const;
  return sides.map(([holderId, was]) =>
    partnerships.put({ ...shared, holderId }, was?.revision ?? "absent"),
  );
}

type Act = "asked" | "accepted" | "declined" | "ended";
const nameIn = (name: Partnership["organisationName"]): string =>
  Object.values(name).find(Boolean) ?? "";

/** A line in each trail. The other side reads that it happened and with whom, and nothing of who did it there. */
export function linesOf(
  deps: Deps,
  principal: Principal,
  { act, partnership }: { readonly act: Act; readonly partnership: Partnership },
): readonly Write[] {
  const { courseId, organisationId, organisationName, partnerId, partnerName } = partnership;
  const line = (of: OrganisationId, other: Partnership["organisationName"]): Write =>
    auditLine(deps, of === principal.organisationId ? principal : "system", {
      organisationId: of,
      action: `partnership.${act}`,
      subjectId: courseId,
      subjectName: `${nameIn(partnership.course.title)} · ${nameIn(other)}`.slice(0, 300),
    });
  return [line(organisationId, partnerName), line(partnerId, organisationName)];
}

/** Who stands behind the next certificate of a course, as its record keeps them; the longest first. */
export async function partnersOf(
  { store }: Pick<Deps, "store">,
  organisationId: OrganisationId,
  courseId: CourseId,
): Promise<NonNullable<Certificate["partners"]>> {
  const rows = await store.partnerships.ofCourse(organisationId, courseId);
  return rows
    .flatMap(({ value: { state, answeredAt, partnerId, partnerName } }) =>
      state === "running" && answeredAt !== undefined
        ? [{ organisationId: partnerId, organisationName: partnerName, since: answeredAt }]
        : [],
    )
    .toSorted((one, other) => one.since.localeCompare(other.since));
}
