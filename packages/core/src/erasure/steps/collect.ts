import type { ErasureWork } from "@twiza/contract";
import type { HeldAt } from "../../store/index.ts";
import { allOf, everyPage, heldBy } from "../hers.ts";
import { type Erasing, isMeant, type Step } from "./step.ts";

const KINDS = new Set(["attempt", "observation"]);
type Row = {
  readonly id?: unknown;
  readonly learnerId?: unknown;
  readonly courseId?: unknown;
  readonly organisationId?: unknown;
};

/**
 * Notes by which ids she is found in what others wrote, while her own rows still tell it: certificates, sittings, work, looks, and what
 * of hers waited for a person. A later round adds to what an earlier one noted.
 */
export const collect: Step = async ({ deps, erasure, work }) => {
  const { learnerId, accountId, organisationId, account } = erasure;
  const all = await allOf(deps, learnerId);
  const enrolments = heldBy(all.enrolments, organisationId);
  const certificates = heldBy(all.certificates, organisationId);
  const organisations = union(work.organisations, [
    ...(organisationId ? [organisationId] : []),
    ...[...enrolments, ...certificates].map((each) => each.organisationId),
  ]);
  const courses = union(
    work.courses,
    [...enrolments, ...certificates].map(({ courseId }) => courseId),
  );
  const known = new Set<unknown>(courses);
  const own = await rowsOf(deps, { of: "learner", learnerId }, ({ entity, data }) =>
    KINDS.has(entity) && known.has(data.courseId) ? [data.id] : [],
  );
  const handed = await rowsOf(deps, { of: "work", learnerId }, ({ data }) =>
    isMeant(erasure, data) ? [data.id] : [],
  );
  const flags = await Promise.all(
    organisations.map((each) =>
      rowsOf(deps, { of: "flags", organisationId: each }, ({ data }) =>
        data.learnerId === learnerId ? [data.id] : [],
      ),
    ),
  );
  const next: ErasureWork = {
    subjects: union(work.subjects, [
      learnerId,
      ...(account ? [accountId] : []),
      ...certificates.map(({ id }) => id),
      ...[...own, ...handed, ...flags.flat()].map(String),
    ]),
    ...{ courses, organisations },
  };
  return { found: false, work: next };
};

const union = <T>(one: readonly T[], other: readonly T[]): T[] => [...new Set([...one, ...other])];

async function rowsOf<T>(
  { store }: Erasing["deps"],
  at: HeldAt,
  wanted: (row: { readonly entity: string; readonly data: Row }) => readonly T[],
): Promise<T[]> {
  const all = await everyPage(async (after) => {
    const { rows, ...rest } = await store.erasures.rows(at, after);
    return { values: rows, ...rest };
  });
  // What a row says is looked at by name alone, whatever it is.
  return all.flatMap(({ entity, data }) => wanted({ entity, data: data ?? {} }));
}
