import type { AccountId, Session } from "@twiza/contract";
import type { Kept, Write } from "./kept.ts";

export type SessionStore = {
  bySecretHash(hash: string): Promise<Kept<Session> | undefined>;
  ofAccount(accountId: AccountId): Promise<readonly Session[]>;
  /** The sessions of others that carry a learner of this account at this moment. */
  carrying(accountId: AccountId): Promise<readonly Session[]>;
  create(session: Session): Write;
  /** A session whose learners are those that it had. */
  put(session: Session, expected: number): Write;
  /** A session that carries fewer than it did. */
  putWithout(session: Session, former: Session, expected: number): Write;
  remove(session: Session): Write;
};
