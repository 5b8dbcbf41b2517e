import type { Device, Me, OrganisationId, SessionId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { readMe } from "./me.ts";
import { principalFor } from "./session.ts";

/** A principal with the hash of the cookie she came with: for acts that change the session in hand. */
export type Asking = { readonly principal: Principal; readonly cookieHash: string };

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
