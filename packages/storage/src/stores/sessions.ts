import {
  type AccountId,
  AccountId as AccountIdSchema,
  type LearnerId,
  LearnerId as LearnerIdSchema,
  type ProvenProfile,
  Session,
  SessionId as SessionIdSchema,
} from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine, Value } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

const epochSeconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** Sessions of format 1 were all of one account and carried nobody. */
const withProfiles = (data: Value): Value => {
  const former = z.record(z.string(), z.json()).parse(data);
  return { ...former, scope: "account", profiles: [], leftOut: [] };
};

const session = entity({
  name: "session",
  table: tables.people,
  schema: Session,
  format: 2,
  upcasts: { 1: withProfiles },
  key: ({ secretHash }: { secretHash: string }) => ({ pk: `SESSION#${secretHash}`, sk: "SESSION" }),
  indexes: {
    sessionsOfAccount: ({ accountId, createdAt, id }) => ({
      pk: `ACCOUNT#${accountId}`,
      sk: `${createdAt}#${id}`,
    }),
  },
  expiresAt: ({ expiresAt }) => epochSeconds(expiresAt),
});

/** Where a learner is carried by another's session: her own account finds it here, and can end it. */
const carried = entity({
  name: "carried-profile",
  table: tables.people,
  schema: z.strictObject({
    accountId: AccountIdSchema,
    learnerId: LearnerIdSchema,
    sessionId: SessionIdSchema,
    secretHash: z.string(),
    expiresAt: Session.shape.expiresAt,
  }),
  format: 1,
  key: ({ accountId, learnerId, sessionId }: CarriedKey) => ({
    pk: `CARRIED#${accountId}`,
    sk: `${sessionId}#${learnerId}`,
  }),
  expiresAt: ({ expiresAt }) => epochSeconds(expiresAt),
});
type CarriedKey = { accountId: AccountId; learnerId: LearnerId; sessionId: Session["id"] };

export const sessionStore = (engine: Engine, write: Writer): Store["sessions"] => ({
  bySecretHash: (secretHash) => session.get(engine, { secretHash }, { consistent: true }),
  ofAccount: async (accountId) => {
    const { values } = await session.query(engine, {
      index: "sessionsOfAccount",
      pk: `ACCOUNT#${accountId}`,
      descending: true,
      limit: 100,
    });
    return values.map(({ value }) => value);
  },
  carrying: async (accountId) => {
    const { values } = await carried.query(engine, { pk: `CARRIED#${accountId}`, limit: 100 });
    const hashes = new Set(values.map(({ value }) => value.secretHash));
    const sessions = await Promise.all(
      [...hashes].map((secretHash) => session.get(engine, { secretHash }, { consistent: true })),
    );
    // A row may outlive the session that it tells of; the session itself knows best.
    return sessions.flatMap((kept) =>
      kept?.value.profiles.some((each) => each.accountId === accountId) ? [kept.value] : [],
    );
  },
  create: (value) =>
    write(
      session.put(value, { expected: "absent" }),
      ...value.profiles.map((each) => carried.put(carriedIn(value, each), { expected: "absent" })),
    ),
  put: (value, expected) => write(session.put(value, { expected })),
  putWithout: (value, former, expected) =>
    write(
      session.put(value, { expected }),
      ...former.profiles
        .filter(({ learnerId }) => value.profiles.every((each) => each.learnerId !== learnerId))
        .map((each) => carried.remove(carriedIn(value, each), { expected: "any" })),
    ),
  // Ended by whoever comes first: touching a session at the same moment must not keep it alive.
  remove: (value) =>
    write(
      session.remove(value, { expected: "any" }),
      ...value.profiles.map((each) => carried.remove(carriedIn(value, each), { expected: "any" })),
    ),
});

const carriedIn = (
  { id: sessionId, secretHash, expiresAt }: Session,
  { accountId, learnerId }: ProvenProfile,
) => ({ accountId, learnerId, sessionId, secretHash, expiresAt });
