import type { AccountId, IntentId } from "@twiza/contract";
import type { Write } from "./kept.ts";

/** What a repeated intent answers: the reply of the first time, and a fingerprint of what was asked. */
export type DoneIntent = {
  readonly fingerprint: string;
  readonly reply: unknown;
  /** It was about somebody who is erased: nothing is answered any more. */
  readonly erased?: true;
};

export type IntentStore = {
  find(accountId: AccountId, id: IntentId): Promise<DoneIntent | undefined>;
  put(accountId: AccountId, id: IntentId, done: DoneIntent): Write;
};
