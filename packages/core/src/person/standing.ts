import type { ProvenProfile, LearnerId, Role, Session } from "@twiza/contract";
import type { Principal } from "../principal.ts";
import type { Person } from "../store/index.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A learner may be offline for weeks; staff leave their desk at night. From the day of proof, 90 days in all. */
export const LIFETIME = { absolute: 90 * DAY, idleLearner: 30 * DAY, idleStaff: 12 * HOUR };

const isProven = ({ provenAt }: ProvenProfile, now: Date): boolean =>
  now.getTime() <= Date.parse(provenAt) + LIFETIME.absolute;

/**
 * What a session still is at this moment; nothing once it has ended. When staff have been away from a shared phone for too
 * long, only their part of it ends: the learners who proved themselves there go on.
 */
export function standingOf(session: Session, person: Person, now: Date): Session | undefined {
  const idle = now.getTime() - Date.parse(session.lastSeenAt);
  if (now.getTime() > Date.parse(session.expiresAt) || idle > LIFETIME.idleLearner)
    return undefined;
  const isStaff = session.scope === "account" && person.memberships.length > 0;
  if (isStaff && idle > LIFETIME.idleStaff) return withoutAccount(session, now);
  if (session.scope === "account") return session;
  return session.profiles.some((profile) => isProven(profile, now)) ? session : undefined;
}

/** The session as those carried on it keep it once its account is gone from this device; nothing when nobody is left. */
export function withoutAccount(session: Session, now: Date): Session | undefined {
  const { organisationId: _o, learnerId: _l, ...rest } = session;
  const profiles = session.profiles.filter((profile) => isProven(profile, now));
  const heir = profiles.find(({ learnerId }) => learnerId === session.learnerId) ?? profiles[0];
  if (!heir) return undefined;
  const { accountId, learnerId } = heir;
  return { ...rest, scope: "learner", accountId, learnerId, profiles, leftOut: [] };
}

/** The learners of the session's own account on this device. One that the session names was hers when it was written there. */
export function ownLearnersOf(session: Session, person: Person): readonly LearnerId[] {
  if (session.scope === "learner") return [];
  const known = person.learners.map(({ id }) => id);
  const isCarried = session.profiles.some(({ learnerId }) => learnerId === session.learnerId);
  const named = session.learnerId && !isCarried ? [session.learnerId] : [];
  return [...new Set([...known, ...named])].filter((id) => !session.leftOut.includes(id));
}

/** Every learner who is on the device of a session at this moment. */
export function profilesOn(session: Session, person: Person, now: Date): readonly ProvenProfile[] {
  const { accountId, createdAt: provenAt } = session;
  const own = ownLearnersOf(session, person).map((learnerId) => ({
    learnerId,
    accountId,
    provenAt,
  }));
  return [...own, ...session.profiles.filter((profile) => isProven(profile, now))];
}

/**
 * Who asks. Acting for a learner of the session's own account she has that account's roles in the session's organisation (the
 * first of her own until she chooses); acting for a carried one she is that learner and nobody else.
 */
export function principalFor(session: Session, person: Person, now: Date): Principal {
  const profiles = profilesOn(session, person, now);
  const learnerIds = profiles.map(({ learnerId }) => learnerId);
  const whole = { sessionId: session.id, learnerIds, profiles };
  const carried = profiles.filter((profile) => session.profiles.includes(profile));
  const chosen = carried.find(({ learnerId }) => learnerId === session.learnerId);
  const acting = chosen ?? (session.scope === "learner" ? carried[0] : undefined);
  if (acting) return { ...whole, ...asCarried(acting, session, person) };
  const membership =
    person.memberships.find((each) => each.organisationId === session.organisationId) ??
    person.memberships[0];
  const account = person.account.value;
  const own = ownLearnersOf(session, person);
  const learnerId = own.find((id) => id === session.learnerId) ?? own[0];
  const learner = person.learners.find(({ id }) => id === learnerId);
  const roles: Role[] = [
    ...(membership?.roles ?? []),
    ...(learnerId ? (["learner"] as const) : []),
  ];
  return {
    ...whole,
    accountId: account.id,
    name: membership?.name ?? account.name ?? learner?.name ?? account.contact ?? "",
    ...(membership ? { organisationId: membership.organisationId } : {}),
    roles,
    ...(learnerId ? { learnerId } : {}),
    ownsAccount: true,
  };
}

/** A learner who is here without her account. She has no name: only acts of staff are written down under one. */
function asCarried({ learnerId, accountId }: ProvenProfile, session: Session, person: Person) {
  const [membership] = session.scope === "account" ? person.memberships : [];
  return {
    accountId,
    name: "",
    roles: ["learner"],
    learnerId,
    ownsAccount: false,
    ...(membership ? { staff: { accountId: membership.accountId, name: membership.name } } : {}),
  } as const;
}
