import type {
  Account,
  Contact,
  Device,
  IntentId,
  Language,
  Learner,
  LearnerId,
  Localized,
  Me,
  Membership,
  Organisation,
  OrganisationId,
  SessionId,
  StaffRole,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { decide, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store.ts";
import { principalFor } from "./session.ts";

export async function readMe(deps: Deps, principal: Principal): Promise<Me> {
  const person = found(await deps.store.people.person(principal.accountId, { fresh: true }));
  const learners = person.learners.map(({ id, name }) => ({ id, name }));
  const learner = learners.find(({ id }) => id === principal.learnerId);
  const { createdAt: _, ...account } = person.account.value;
  return {
    account,
    learners,
    ...(learner ? { learner } : {}),
    ...(principal.organisationId ? { organisationId: principal.organisationId } : {}),
    roles: [...principal.roles],
    memberships: person.memberships.map(({ organisationId, organisationName, roles }) => ({
      organisationId,
      organisationName,
      roles,
    })),
  };
}

export function chooseLanguage(
  deps: Deps,
  principal: Principal,
  language: Language,
): Promise<{ language: Language }> {
  return decide(deps, async () => {
    const { value, revision } = found(await deps.store.people.account(principal.accountId));
    const writes =
      value.language === language
        ? []
        : [deps.store.people.putAccount({ ...value, language }, revision)];
    return { reply: { language }, writes };
  });
}

/** Makes a learning profile, and from the same moment this session acts for it. */
export function createLearner(
  deps: Deps,
  { principal, cookieHash }: Asking,
  body: { intentId: IntentId; name: string },
): Promise<{ learnerId: LearnerId }> {
  return once(deps, { principal, operation: "learner.create", request: body }, async () => {
    const learner: Learner = {
      id: deps.newId("learner"),
      accountId: principal.accountId,
      name: body.name,
      createdAt: deps.clock.now().toISOString(),
    };
    const { value, revision } = found(
      await deps.store.sessions.bySecretHash(cookieHash),
      "session.required",
    );
    const acting = deps.store.sessions.put({ ...value, learnerId: learner.id }, revision);
    return {
      reply: { learnerId: learner.id },
      writes: [...deps.store.people.createLearner(learner), acting],
    };
  });
}

/** A principal with the hash of the cookie she came with: for acts that change the session in hand. */
type Asking = { readonly principal: Principal; readonly cookieHash: string };

/** The devices that are signed in, the one in hand marked. */
export async function listSessions(
  deps: Deps,
  principal: Principal,
): Promise<{ devices: Device[] }> {
  const sessions = await deps.store.sessions.ofAccount(principal.accountId);
  return {
    devices: sessions.map(({ id, device, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      device,
      createdAt,
      lastSeenAt,
      expiresAt,
      current: id === principal.sessionId,
    })),
  };
}

/** Signs a lost phone out at once. Only one's own; another's answers as if it did not exist. */
export async function endSession(
  deps: Deps,
  principal: Principal,
  id: SessionId,
): Promise<{ ended: true }> {
  const sessions = await deps.store.sessions.ofAccount(principal.accountId);
  const session = found(sessions.find((candidate) => candidate.id === id));
  await deps.store.commit([deps.store.sessions.remove(session)]);
  return { ended: true };
}

/** Lets the session act for another organisation of the person's own. */
export async function chooseOrganisation(
  deps: Deps,
  { principal, cookieHash }: Asking,
  organisationId: OrganisationId,
): Promise<Me> {
  const chosen = await decide(deps, async () => {
    const person = found(await deps.store.people.person(principal.accountId, { fresh: true }));
    found(person.memberships.find((membership) => membership.organisationId === organisationId));
    const { value, revision } = found(
      await deps.store.sessions.bySecretHash(cookieHash),
      "session.required",
    );
    const session = { ...value, organisationId };
    return {
      reply: principalFor(session, person),
      writes: [deps.store.sessions.put(session, revision)],
    };
  });
  return readMe(deps, chosen);
}

/** The organisation of the session and those directly under it. */
export async function listOrganisations(deps: Deps, principal: Principal, after: After) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "organisation:read", { organisationId });
  const page = await deps.store.organisations.under(organisationId, after);
  const own = after ? [] : [found(await deps.store.organisations.byId(organisationId)).value];
  return { organisations: [...own, ...page.values.map(({ value }) => value)], ...nextOf(page) };
}

type NewOrganisation = { intentId: IntentId; name: Localized; kind: Organisation["kind"] };

/** Creates an organisation under the session's; whoever creates it is its first administrator. */
export function createOrganisation(
  deps: Deps,
  principal: Principal,
  body: NewOrganisation,
): Promise<Organisation> {
  return once(deps, { principal, operation: "organisation.create", request: body }, async () => {
    const parentId = found(principal.organisationId);
    authorise(principal, "organisation:create", { organisationId: parentId });
    const now = deps.clock.now().toISOString();
    const organisation: Organisation = {
      id: deps.newId("organisation"),
      parentId,
      kind: body.kind,
      name: body.name,
      createdAt: now,
    };
    const account = found(await deps.store.people.account(principal.accountId)).value;
    const first = membershipOf(account, organisation, {
      name: principal.name,
      roles: ["administrator"],
      now,
    });
    const line = auditLine(deps, principal, {
      organisationId: parentId,
      action: "organisation.created",
      subjectId: organisation.id,
      subjectName: Object.values(organisation.name).find(Boolean) ?? organisation.id,
    });
    const writes = [
      ...deps.store.organisations.create(organisation),
      deps.store.people.putMembership(first, "absent"),
      line,
    ];
    return { reply: organisation, writes };
  });
}

const membershipOf = (
  account: Account,
  organisation: Organisation,
  { name, roles, now, by }: { name: string; roles: StaffRole[]; now: string; by?: Principal },
): Membership => ({
  accountId: account.id,
  organisationId: organisation.id,
  organisationName: organisation.name,
  name,
  contact: account.contact,
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
    if (existing && existing.value.roles.join() === roles.join())
      throw new Refused("membership.exists");
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

/** The audit trail, newest first. There is no way to change or remove a line. */
export async function listAudit(deps: Deps, principal: Principal, after: After) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "audit:read", { organisationId });
  const page = await deps.store.audit.of(organisationId, after);
  return { entries: page.values.map(({ value }) => value), ...nextOf(page) };
}
