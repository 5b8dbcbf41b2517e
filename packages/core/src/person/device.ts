import type { Device, Me, OrganisationId, Session, SessionId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { readMe } from "./me.ts";
import { without } from "./profile.ts";
import { sessionInHand } from "./session.ts";
import { principalFor } from "./standing.ts";

/** A principal with the hash of the cookie she came with: for acts that change the session in hand. */
export type Asking = { readonly principal: Principal; readonly cookieHash: string };

/** The devices on which she is signed in or carried. Without the account's proof it is those where this one learner was let in. */
async function devicesOf(deps: Deps, principal: Principal): Promise<readonly Session[]> {
  const { accountId, learnerId, ownsAccount } = principal;
  const carrying = await deps.store.sessions.carrying(accountId);
  if (!ownsAccount)
    return carrying.filter(({ profiles }) => profiles.some((each) => each.learnerId === learnerId));
  const own = await deps.store.sessions.ofAccount(accountId);
  return [...own, ...carrying.filter(({ id }) => own.every((each) => each.id !== id))];
}

/** The devices that are signed in, the one in hand marked. */
export async function listSessions(
  deps: Deps,
  principal: Principal,
): Promise<{ devices: Device[] }> {
  const sessions = await devicesOf(deps, principal);
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

/**
 * Signs a lost phone out at once; from a phone that others proved themselves on, only her own learners go. Only one's own;
 * another's answers as if it did not exist.
 */
export function endSession(
  deps: Deps,
  principal: Principal,
  id: SessionId,
): Promise<{ ended: true }> {
  const { accountId, learnerId, ownsAccount } = principal;
  return decide(deps, async () => {
    const devices = await devicesOf(deps, principal);
    const device = found(devices.find((candidate) => candidate.id === id));
    const reply = { ended: true } as const;
    if (ownsAccount && device.scope === "account" && device.accountId === accountId)
      return { reply, writes: [deps.store.sessions.remove(device)] };
    const { value, revision, person } = await sessionInHand(deps, device.secretHash);
    const now = deps.clock.now();
    const hers = value.profiles.filter((profile) =>
      ownsAccount ? profile.accountId === accountId : profile.learnerId === learnerId,
    );
    const left = hers.reduce<Session | undefined>(
      (session, profile) =>
        session && without(session, { learnerId: profile.learnerId, person, now }),
      value,
    );
    if (!left) return { reply, writes: [deps.store.sessions.remove(value)] };
    return { reply, writes: [deps.store.sessions.putWithout(left, value, revision)] };
  });
}

/** Lets the session act for another organisation of the person's own. */
export async function chooseOrganisation(
  deps: Deps,
  { principal, cookieHash }: Asking,
  organisationId: OrganisationId,
): Promise<Me> {
  if (!principal.ownsAccount) throw new Refused("not_found");
  const chosen = await decide(deps, async () => {
    const { value, revision, person } = await sessionInHand(deps, cookieHash);
    found(person.memberships.find((membership) => membership.organisationId === organisationId));
    const session = { ...value, organisationId };
    return {
      reply: principalFor(session, person, deps.clock.now()),
      writes: [deps.store.sessions.put(session, revision)],
    };
  });
  return readMe(deps, chosen);
}
