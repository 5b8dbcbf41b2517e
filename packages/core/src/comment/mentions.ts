import { AccountId, type Course, type Membership, mentionedIn } from "@twiza/contract";
import { may } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { Refused } from "../refused.ts";

/** Who is mentioned in a text, by account. What the text's schema has let through is an account's id. */
export const mentioned = (text: string | undefined): AccountId[] =>
  mentionedIn(text ?? "").map((id) => AccountId.parse(id));

/** Whether a member may read what is said about a course of her organisation, by the same table that decides when she asks. */
export const mayHear = (
  { roles, organisationId }: Pick<Membership, "roles" | "organisationId">,
  course: Course,
): boolean =>
  may({ roles, organisationId }, "course:comment", { organisationId: course.organisationId });

/** Whether she is somebody who could be told, in the course's own organisation. */
export async function isColleague(
  deps: Deps,
  course: Course,
  accountId: AccountId,
): Promise<boolean> {
  const member = await deps.store.people.membership(accountId, course.organisationId);
  return member !== undefined && mayHear(member.value, course);
}

/**
 * Those of them who are to be told.
 * @throws Refused `comment.stranger` for anybody else: somebody of another organisation, who left, or whom nobody knows
 */
export async function colleaguesAmong(
  deps: Deps,
  course: Course,
  accountIds: readonly AccountId[],
): Promise<readonly AccountId[]> {
  const known = await Promise.all(accountIds.map((id) => isColleague(deps, course, id)));
  if (known.includes(false)) throw new Refused("comment.stranger");
  return accountIds;
}
