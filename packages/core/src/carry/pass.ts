import { type LearnerId, PassClaims, type ProvenProfile } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Learning } from "../person/acting.ts";
import { sessionInHand } from "../person/session.ts";
import { LIFETIME, principalFor, profilesOn } from "../person/standing.ts";
import { found, Refused } from "../refused.ts";

const TYPE = "twiza-pass+jws";
const seconds = (instant: number): number => Math.floor(instant / 1000);

type Passes = { passes: { learnerId: LearnerId; pass: string; expiresAt: string }[] };

/**
 * A pass for each learner of this session. Nothing is written: it holds as long as the session would, were it used, and at most
 * until the learner would have to prove herself again.
 */
export async function readPasses(
  deps: Deps,
  { cookieHash, deviceId }: { cookieHash: string; deviceId: string },
): Promise<Passes> {
  const { value: session, person } = await sessionInHand(deps, cookieHash);
  const now = deps.clock.now();
  const end = Date.parse(session.expiresAt);
  const passOf = async ({ learnerId, provenAt }: ProvenProfile) => {
    const claims: PassClaims = {
      sub: learnerId,
      session: session.secretHash,
      device: deviceId,
      iat: seconds(now.getTime()),
      exp: seconds(Math.min(end, Date.parse(provenAt) + LIFETIME.absolute)),
    };
    const expiresAt = new Date(claims.exp * 1000).toISOString();
    return { learnerId, pass: await deps.tokens.sign(TYPE, claims), expiresAt };
  };
  const { profiles } = principalFor(session, person, now);
  return { passes: await Promise.all(profiles.map(passOf)) };
}

/**
 * Who a pass is of, if it still holds: the very session that it was given to is looked up, so that signing out, being thrown off
 * or taken off the phone ends it at once. That nobody used the session for a month does not: she had no network.
 * @throws Refused `pass.forged`, `pass.expired`, `pass.ended`
 */
export async function bearerOf(
  deps: Deps,
  token: string,
): Promise<{ readonly claims: PassClaims; readonly bearer: Learning }> {
  const read = PassClaims.safeParse(await deps.tokens.verify(TYPE, token));
  if (!read.success) throw new Refused("pass.forged");
  const claims = read.data;
  const now = deps.clock.now();
  if (now.getTime() > claims.exp * 1000) throw new Refused("pass.expired");
  const kept = found(await deps.store.sessions.bySecretHash(claims.session), "pass.ended").value;
  const person = found(
    await deps.store.people.person(kept.accountId, { fresh: true }),
    "pass.ended",
  );
  const profile = found(
    profilesOn(kept, person, now).find(({ learnerId }) => learnerId === claims.sub),
    "pass.ended",
  );
  const { learnerId, accountId } = profile;
  const bearer: Learning = {
    accountId,
    sessionId: kept.id,
    name: "",
    roles: ["learner"],
    learnerId,
    learnerIds: [learnerId],
    profiles: [profile],
    ownsAccount: false,
  };
  return { claims, bearer };
}
