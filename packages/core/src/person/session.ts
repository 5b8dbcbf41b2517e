import {
  type Account,
  type AccountId,
  type ProvenProfile,
  type Contact,
  type Language,
  type LearnerId,
  MOST_PROFILES,
  type Session,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide, digest } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept, Person, Write } from "../store/index.ts";
import { LIFETIME, principalFor, profilesOn, standingOf } from "./standing.ts";

const HOUR = 3_600_000;

export type SignedIn = {
  readonly issuer: string;
  readonly subject: string;
  readonly contact: Contact;
  readonly language: Language;
  /** What the device calls itself, for the list of devices. */
  readonly device: string;
  /** The cookie that the device came with: the learners of that session stay on it. */
  readonly former?: string | undefined;
};

/** What goes to the browser; the store keeps only the cookie's hash. */
export type OpenedSession = {
  readonly cookie: string;
  readonly maxAgeSeconds: number;
  /** Whether it acts for a learner from the beginning. */
  readonly hasLearner: boolean;
};

/**
 * Opens a session for a person whose identity was just proven. `cookie` goes to the browser; the store keeps its hash.
 * @throws Refused `profile.too_many` when the device has no room for her learners beside those on it
 */
export async function signIn(deps: Deps, proof: SignedIn): Promise<OpenedSession> {
  const accountId = await accountFor(deps, proof);
  return openSession(deps, { accountId, device: proof.device, former: proof.former });
}

/** Opens a session for an account, acting for its first organisation and learner. The former session of the device ends. */
export async function openSession(
  deps: Deps,
  {
    accountId,
    device,
    former,
  }: { accountId: AccountId; device: string; former?: string | undefined },
): Promise<OpenedSession> {
  const cookie = deps.newSecret();
  const secretHash = await digest(cookie);
  return decide(deps, async () => {
    const person = found(await deps.store.people.person(accountId, { fresh: true }));
    const [membership] = person.memberships;
    const [learner] = person.learners;
    const { carried, ending } = await formerSession(deps, former);
    const profiles = carried.filter((profile) => profile.accountId !== accountId);
    if (profiles.length + person.learners.length > MOST_PROFILES)
      throw new Refused("profile.too_many");
    const session: Session = {
      ...newSession(deps, { secretHash, device }),
      accountId,
      scope: "account",
      ...(membership ? { organisationId: membership.organisationId } : {}),
      ...(learner ? { learnerId: learner.id } : {}),
      profiles,
      leftOut: [],
    };
    const maxAgeSeconds = LIFETIME.absolute / 1000;
    const reply = { cookie, maxAgeSeconds, hasLearner: learner !== undefined };
    return { reply, writes: [deps.store.sessions.create(session), ...ending] };
  });
}

type LetIn = Device & {
  readonly learnerId: LearnerId;
  readonly accountId: AccountId;
  readonly former?: string | undefined;
};

/**
 * A session of learners alone, opened on somebody's word or a card: it acts for this one, and carries those of the device's
 * former session. @throws Refused `profile.too_many`
 */
export async function learnerSession(
  deps: Deps,
  { learnerId, accountId, former, ...device }: LetIn,
): Promise<readonly Write[]> {
  const { carried, ending } = await formerSession(deps, former);
  const others = carried.filter((profile) => profile.learnerId !== learnerId);
  if (others.length >= MOST_PROFILES) throw new Refused("profile.too_many");
  const opened = newSession(deps, device);
  const session: Session = {
    ...opened,
    accountId,
    scope: "learner",
    learnerId,
    profiles: [{ learnerId, accountId, provenAt: opened.createdAt }, ...others],
    leftOut: [],
  };
  return [deps.store.sessions.create(session), ...ending];
}

type Device = { readonly secretHash: string; readonly device: string };

function newSession(deps: Deps, { secretHash, device }: Device) {
  const now = deps.clock.now();
  return {
    id: deps.newId("session"),
    secretHash,
    device: device.slice(0, 200),
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + LIFETIME.absolute).toISOString(),
  };
}

/** Whom a device that signs in anew has on it already, and the end of the session that they were in. */
async function formerSession(
  deps: Deps,
  cookie: string | undefined,
): Promise<{ carried: readonly ProvenProfile[]; ending: readonly Write[] }> {
  const kept = cookie && (await deps.store.sessions.bySecretHash(await digest(cookie)));
  if (!kept) return { carried: [], ending: [] };
  const now = deps.clock.now();
  const person = await deps.store.people.person(kept.value.accountId, { fresh: true });
  const session = person && standingOf(kept.value, person, now);
  const carried = session ? profilesOn(session, person, now) : [];
  return { carried, ending: [deps.store.sessions.remove(kept.value)] };
}

/** The account of an identity: known, or waiting under its proven contact, or new. */
function accountFor(deps: Deps, proof: SignedIn): Promise<AccountId> {
  return decide(deps, async () => {
    const known = await deps.store.people.bySubject(proof.issuer, proof.subject);
    // Where it leads to an account that is erased, whoever comes is somebody new.
    const anew = known !== undefined && !(await deps.store.people.account(known));
    if (known && !anew) return { reply: known, writes: [] };
    const waiting = await deps.store.people.byContact(proof.contact);
    const account: Account = {
      id: waiting ?? deps.newId("account"),
      contact: proof.contact,
      language: proof.language,
      createdAt: deps.clock.now().toISOString(),
    };
    const link = deps.store.people.linkSubject(proof.issuer, proof.subject, account.id, { anew });
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
  const now = deps.clock.now();
  const person = await deps.store.people.person(kept.value.accountId);
  const session = person && standingOf(kept.value, person, now);
  if (!session) return undefined;
  await touch(deps, session, kept.revision);
  return principalFor(session, person, now);
}

/** The session of a cookie to be changed, with its person: both as they were written last. */
export async function sessionInHand(
  deps: Deps,
  cookieHash: string,
): Promise<Kept<Session> & { readonly person: Person }> {
  const { value, revision } = found(
    await deps.store.sessions.bySecretHash(cookieHash),
    "session.required",
  );
  const person = found(await deps.store.people.person(value.accountId, { fresh: true }));
  return { value, revision, person };
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
