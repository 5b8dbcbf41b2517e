import type {
  Account,
  Contact,
  IntentId,
  Membership,
  Organisation,
  StaffRole,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store/index.ts";

/** Pure: somebody's roles in an organisation, as they are kept. */
export const membershipOf = (
  account: Account,
  organisation: Organisation,
  { name, roles, now, by }: { name: string; roles: StaffRole[]; now: string; by?: Principal },
): Membership => ({
  accountId: account.id,
  organisationId: organisation.id,
  organisationName: organisation.name,
  name,
  // Whoever has a role was given it by her contact.
  contact: found(account.contact),
  roles,
  grantedAt: now,
  ...(by ? { grantedBy: by.accountId } : {}),
});

export async function listMembers(deps: Deps, principal: Principal, after: After) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "member:read", { organisationId });
  const page = await deps.store.people.members(organisationId, after);
  return { members: page.values.map(({ value }) => value), ...nextOf(page) };
}

type Grant = { intentId: IntentId; name: string; contact: Contact; roles: StaffRole[] };

/**
 * Gives somebody roles, by e-mail or phone; who is new gets an account that waits for her first sign-in.
 * @throws Refused `membership.own` (nobody promotes herself), `membership.exists` with exactly these roles
 */
export function grantMembership(
  deps: Deps,
  principal: Principal,
  body: Grant,
): Promise<Membership> {
  return once(deps, { principal, operation: "membership.grant", request: body }, async () => {
    const organisationId = found(principal.organisationId);
    const organisation = found(await deps.store.organisations.byId(organisationId)).value;
    const accountId = await deps.store.people.byContact(body.contact);
    const own = accountId === principal.accountId;
    if (own) throw new Refused("membership.own");
    authorise(principal, "member:grant", { organisationId, own });
    const now = deps.clock.now().toISOString();
    const known = accountId && (await deps.store.people.account(accountId));
    const account: Account = known?.value ?? {
      id: deps.newId("account"),
      contact: body.contact,
      name: body.name,
      language: "fr",
      createdAt: now,
    };
    const roles = [...new Set(body.roles)].sort();
    const existing = await deps.store.people.membership(account.id, organisationId);
    if (existing?.value.roles.join() === roles.join()) throw new Refused("membership.exists");
    const membership = membershipOf(account, organisation, {
      name: body.name,
      roles,
      now,
      by: principal,
    });
    const line = auditLine(deps, principal, {
      organisationId,
      action: "membership.granted",
      subjectId: account.id,
      subjectName: body.name,
      note: roles.join(", "),
    });
    const writes = [
      ...(known ? [] : deps.store.people.create(account)),
      deps.store.people.putMembership(membership, existing?.revision ?? "absent"),
      line,
    ];
    return { reply: membership, writes };
  });
}
