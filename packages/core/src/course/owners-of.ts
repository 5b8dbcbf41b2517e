import type { AccountId, Course, CourseOwner, OrganisationId } from "@twiza/contract";
import type { Deps } from "../deps.ts";

/** What somebody is called in an organisation; nothing when she is no longer in it. */
export async function nameOfMember(
  deps: Deps,
  organisationId: OrganisationId,
  accountId: AccountId,
): Promise<string | undefined> {
  const kept = await deps.store.people.membership(accountId, organisationId);
  return kept?.value.name;
}

/** The owners of a course by name, in the order in which they came. */
export const ownersOf = (
  deps: Deps,
  { organisationId, ownerIds }: Pick<Course, "organisationId" | "ownerIds">,
): Promise<CourseOwner[]> =>
  Promise.all(
    ownerIds.map(async (accountId) => {
      const name = await nameOfMember(deps, organisationId, accountId);
      return { accountId, ...(name === undefined ? {} : { name }) };
    }),
  );
