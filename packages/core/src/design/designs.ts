import {
  type CertificateDesign,
  type CourseId,
  type Design,
  DESIGN_LIMITS,
  type DesignId,
  type DesignLook,
  type IntentId,
  type OrganisationId,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { type Decision, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { designOf, mustBeOurPictures, printOf } from "./design.ts";

/** Whose designs she may write. @throws Refused `not_found` */
export function designing(principal: Principal): OrganisationId {
  const organisationId = found(principal.organisationId);
  authorise(principal, "design:change", { organisationId });
  return organisationId;
}

/** The designs of the session's organisation, with those in the bin. One query. */
export async function listDesigns(
  deps: Deps,
  principal: Principal,
): Promise<{ designs: Design[] }> {
  const kept = await deps.store.designs.ofOrganisation(designing(principal));
  return { designs: kept.map(designOf) };
}

type Saving = {
  readonly intentId: IntentId;
  readonly seen?: number | undefined;
  readonly name: string;
  readonly look: DesignLook;
  readonly everywhere: boolean;
  readonly courses: CourseId[];
};

/**
 * Writes a design; one that is not there begins. What was issued with it keeps the print that it had.
 * @throws Refused `not_found`, `design.too_many`, `design.course_taken`, `design.picture_unknown`; `stale_write` when it was changed
 * since its writer saw it
 */
export function saveDesign(
  deps: Deps,
  principal: Principal,
  { id, body }: { readonly id: DesignId; readonly body: Saving },
): Promise<Design> {
  return once(deps, { principal, operation: `design.save ${id}`, request: body }, async () => {
    const organisationId = designing(principal);
    const { intentId: _, seen, ...wanted } = body;
    await mustBeOurPictures(deps, organisationId, wanted.look);
    const all = await deps.store.designs.ofOrganisation(organisationId);
    const kept = all.find(({ value }) => value.id === id);
    if (kept?.revision !== seen) throw new Refused("stale_write");
    const others = all.filter(({ value }) => value.id !== id && value.removedAt === undefined);
    if (!kept && others.length >= DESIGN_LIMITS.designs) throw new Refused("design.too_many");
    mustBeFree(others, wanted);
    return written(deps, principal, {
      kept,
      action: "design.changed",
      design: {
        ...{ id, organisationId, ...wanted },
        print: await printOf(deps, wanted.look),
        ...(kept?.value.removedAt ? { removedAt: kept.value.removedAt } : {}),
      },
    });
  });
}

/** A course has one design: which, nobody should have to guess. @throws Refused `design.course_taken` with the other's name */
function mustBeFree(
  others: readonly Kept<CertificateDesign>[],
  { everywhere, courses }: Pick<Saving, "everywhere" | "courses">,
): void {
  const taken = others.find(
    ({ value }) =>
      (everywhere && value.everywhere) || courses.some((id) => value.courses.includes(id)),
  );
  if (!taken) return;
  throw new Refused("design.course_taken", [{ path: taken.value.name, code: taken.value.id }]);
}

type Writing = {
  readonly kept: Kept<CertificateDesign> | undefined;
  readonly design: Omit<CertificateDesign, "changedAt" | "changedBy" | "changedByName">;
  readonly action: "design.changed" | "design.removed" | "design.restored";
};
function written(
  deps: Deps,
  principal: Principal,
  { kept, design, action }: Writing,
): Decision<Design> {
  const value: CertificateDesign = {
    ...design,
    changedAt: deps.clock.now().toISOString(),
    changedBy: principal.accountId,
    changedByName: principal.name.slice(0, 120),
  };
  const line = auditLine(deps, principal, {
    organisationId: value.organisationId,
    action,
    subjectId: value.id,
    subjectName: value.name,
  });
  const put = deps.store.designs.put(value, kept?.revision ?? "absent");
  return { reply: designOf({ value, revision: (kept?.revision ?? 0) + 1 }), writes: [put, line] };
}

type Wish = { readonly id: DesignId; readonly body: { readonly intentId: IntentId } };

/** Puts a design into the bin; one that lies there lies there. @throws Refused `not_found` */
export function removeDesign(
  deps: Deps,
  principal: Principal,
  { id, body }: Wish,
): Promise<Design> {
  return once(deps, { principal, operation: `design.remove ${id}`, request: body }, async () => {
    const kept = found(await deps.store.designs.byId(designing(principal), id));
    if (kept.value.removedAt !== undefined) return { reply: designOf(kept), writes: [] };
    const design = { ...kept.value, removedAt: deps.clock.now().toISOString() };
    return written(deps, principal, { kept, design, action: "design.removed" });
  });
}

/**
 * Takes a design back out of the bin. Courses that have another by now stay with that.
 * @throws Refused `not_found`, `design.too_many`
 */
export function restoreDesign(
  deps: Deps,
  principal: Principal,
  { id, body }: Wish,
): Promise<Design> {
  return once(deps, { principal, operation: `design.restore ${id}`, request: body }, async () => {
    const all = await deps.store.designs.ofOrganisation(designing(principal));
    const kept = found(all.find(({ value }) => value.id === id));
    if (kept.value.removedAt === undefined) return { reply: designOf(kept), writes: [] };
    const others = all
      .map(({ value }) => value)
      .filter((other) => other.id !== id && other.removedAt === undefined);
    if (others.length >= DESIGN_LIMITS.designs) throw new Refused("design.too_many");
    const { removedAt: _, ...design } = kept.value;
    const isTaken = (course: CourseId) => others.some(({ courses }) => courses.includes(course));
    return written(deps, principal, {
      kept,
      action: "design.restored",
      design: {
        ...design,
        everywhere: design.everywhere && !others.some(({ everywhere }) => everywhere),
        courses: design.courses.filter((course) => !isTaken(course)),
      },
    });
  });
}
