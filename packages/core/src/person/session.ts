import type { Account, AccountId, Contact, Language, Role, Session } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide, digest } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Person } from "../store.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A learner may be offline for weeks; staff leave their desk at night. From the day of signing in, 90 days in all. */
const LIFETIME = { absolute: 90 * DAY, idleLearner: 30 * DAY, idleStaff: 12 * HOUR };

export type SignedIn = {
  readonly issuer: string;
  readonly subject: string;
  readonly contact: Contact;
  readonly language: Language;
  /** What the device calls itself, for the list of devices. */
  readonly device: string;
};

/** What goes to the browser; the store keeps only its hash. */
export type OpenedSession = { readonly cookie: string; readonly maxAgeSeconds: number };

/** Opens a session for a person whose identity was just proven. `cookie` goes to the browser; the store keeps its hash. */
export async function signIn(deps: Deps, proof: SignedIn): Promise<OpenedSession> {
  const accountId = await accountFor(deps, proof);
  return openSession(deps, { accountId, device: proof.device });
}

/** Opens a session for an account, acting for its first organisation and learner. */
export async function openSession(
  deps: Deps,
  { accountId, device }: { accountId: AccountId; device: string },
): Promise<OpenedSession> {
  const cookie = deps.newSecret();
  const secretHash = await digest(cookie);
  return decide(deps, async () => {
    const person = found(await deps.store.people.person(accountId, { fresh: true }));
    const now = deps.clock.now();
    const session: Session = {
      id: deps.newId("session"),
      secretHash,
      accountId,
      ...actingFor(person),
      device: device.slice(0, 200),
      createdAt: now.toISOString(),
      lastSeenAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LIFETIME.absolute).toISOString(),
    };
    const reply = { cookie, maxAgeSeconds: LIFETIME.absolute / 1000 };
    return { reply, writes: [deps.store.sessions.put(session, "absent")] };
  });
}

function actingFor(person: Person): Pick<Session, "organisationId" | "learnerId"> {
  const [membership] = person.memberships;
  const [learner] = person.learners;
  return {
    ...(membership ? { organisationId: membership.organisationId } : {}),
    ...(learner ? { learnerId: learner.id } : {}),
  };
}

/** The account of an identity: known, or waiting under its proven contact, or new. */
function accountFor(deps: Deps, proof: SignedIn): Promise<AccountId> {
  return decide(deps, async () => {
    const known = await deps.store.people.bySubject(proof.issuer, proof.subject);
    if (known) return { reply: known, writes: [] };
    const waiting = await deps.store.people.byContact(proof.contact);
    const account: Account = {
      id: waiting ?? deps.newId("account"),
      contact: proof.contact,
      language: proof.language,
      createdAt: deps.clock.now().toISOString(),
    };
    const link = deps.store.people.linkSubject(proof.issuer, proof.subject, account.id);
    return {
      reply: account.id,
      writes: waiting ? [link] : [...deps.store.people.create(account), link],
    };
  });
}

/**
 * Who holds this cookie, with the roles of this moment: one consistent read and one query. `undefined` when the session has
 * ended, expired or idled away.
 */
export async function principalOf(deps: Deps, cookie: string): Promise<Principal | undefined> {
  const kept = await deps.store.sessions.bySecretHash(await digest(cookie));
  if (!kept) return undefined;
  const session = kept.value;
  const person = await deps.store.people.person(session.accountId);
  if (!person || hasEnded(session, person, deps.clock.now())) return undefined;
  await touch(deps, session, kept.revision);
  return principalFor(session, person);
}

/**
 * The roles held in the session's organisation (the first of her own until she chooses), and the learner's wherever there is a
 * learning profile. A learner named by the session was hers when it was written there.
 */
export function principalFor(session: Session, person: Person): Principal {
  const membership =
    person.memberships.find((each) => each.organisationId === session.organisationId) ??
    person.memberships[0];
  const learnerId = session.learnerId ?? person.learners[0]?.id;
  const learner = person.learners.find((each) => each.id === learnerId);
  const roles: Role[] = [
    ...(membership?.roles ?? []),
    ...(learnerId ? (["learner"] as const) : []),
  ];
  const account = person.account.value;
  return {
    accountId: account.id,
    sessionId: session.id,
    name: membership?.name ?? account.name ?? learner?.name ?? account.contact,
    ...(membership ? { organisationId: membership.organisationId } : {}),
    roles,
    ...(learnerId ? { learnerId } : {}),
  };
}

function hasEnded(session: Session, person: Person, now: Date): boolean {
  const idle = person.memberships.length > 0 ? LIFETIME.idleStaff : LIFETIME.idleLearner;
  const idleUntil = Date.parse(session.lastSeenAt) + idle;
  return now.getTime() > Math.min(Date.parse(session.expiresAt), idleUntil);
}

/** Remembers that the device was seen, at most once an hour: a write for each request would cost more than it tells. */
async function touch(deps: Deps, session: Session, revision: number): Promise<void> {
  const now = deps.clock.now();
  if (now.getTime() - Date.parse(session.lastSeenAt) < HOUR) return;
  // Stale means that another request of the same device was first: just as well.
  await deps.store.commit([
    deps.store.sessions.put({ ...session, lastSeenAt: now.toISOString() }, revision),
  ]);
}

/** Ends the session of a cookie at once. Ending it twice is harmless. */
export async function signOut(deps: Deps, cookie: string): Promise<void> {
  const kept = await deps.store.sessions.bySecretHash(await digest(cookie));
  if (kept) await deps.store.commit([deps.store.sessions.remove(kept.value)]);
}
