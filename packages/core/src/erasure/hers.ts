import type { Certificate, Enrolment, LearnerId, OrganisationId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Kept } from "../store/index.ts";

/** Every course that she takes, and every certificate that she has. */
export async function allOf(
  { store }: Pick<Deps, "store">,
  learnerId: LearnerId,
): Promise<{
  readonly enrolments: readonly Kept<Enrolment>[];
  readonly certificates: readonly Kept<Certificate>[];
}> {
  const [enrolments, certificates] = await Promise.all([
    everyPage((after) => store.enrolments.ofLearner(learnerId, after)),
    everyPage((after) => store.certificates.ofLearner(learnerId, after)),
  ]);
  return { enrolments, certificates };
}

/** All pages of a list that is hers alone, and so is short. */
export async function everyPage<T>(
  read: (after: string | undefined) => Promise<{ values: readonly T[]; next?: string }>,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    all.push(...page.values);
    after = page.next;
  } while (after !== undefined);
  return all;
}

/** What of these an organisation holds; all, where none is named. */
export const heldBy = <T extends { readonly organisationId: OrganisationId }>(
  kept: readonly Kept<T>[],
  organisationId: OrganisationId | undefined,
): readonly T[] =>
  kept
    .map(({ value }) => value)
    .filter((value) => organisationId === undefined || value.organisationId === organisationId);
