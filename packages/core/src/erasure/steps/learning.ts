import { CohortId, OrganisationId } from "@twiza/contract";
import type { HeldRow } from "../../store/index.ts";
import { removeBlobsOf } from "./blobs.ts";
import type { Erasing, Step } from "./step.ts";

type Row = {
  readonly courseId?: unknown;
  readonly cohortId?: unknown;
  readonly organisationId?: unknown;
};
const rowOf = ({ data }: HeldRow): Row => data ?? {};

/**
 * All that lies with her: courses, progress, sittings with their answers, what was seen of her work with its photos, her PIN. A place in
 * a group that was hers is free again.
 */
export const learning: Step = async (erasing, place) => {
  const { deps, erasure, work } = erasing;
  const courses = new Set<unknown>(work.courses);
  const isMeant = (row: HeldRow): boolean =>
    erasure.organisationId === undefined || courses.has(rowOf(row).courseId);
  const at = { of: "learner", learnerId: erasure.learnerId } as const;
  const { rows, next } = await deps.store.erasures.rows(at, place);
  const hers = rows.filter(isMeant);
  for (const row of hers) {
    if (row.entity === "observation") await removeBlobsOf(erasing, row.data);
    if (row.entity === "enrolment") await leaveGroup(erasing, row);
    await deps.store.erasures.remove([row]);
  }
  return { found: hers.length > 0, place: next };
};

/** The enrolment and the place that it took, together: a repeat finds no enrolment, and frees no second place. */
async function leaveGroup({ deps }: Erasing, row: HeldRow): Promise<void> {
  const { cohorts } = deps.store;
  const cohortId = CohortId.safeParse(rowOf(row).cohortId);
  const organisationId = OrganisationId.safeParse(rowOf(row).organisationId);
  if (!cohortId.success || !organisationId.success) return;
  const kept = await cohorts.byId(organisationId.data, cohortId.data);
  if (!kept) return;
  const taken = Math.max(0, kept.value.taken - 1);
  const outcome = await deps.store.commit([
    deps.store.erasures.take(row),
    ...cohorts.put({ ...kept.value, taken }, kept.revision),
  ]);
  // Somebody else enrols or leaves at this moment: the worker comes again, and the row is still there.
  if (outcome === "stale") throw new Error("a group was changed at the same moment");
}
