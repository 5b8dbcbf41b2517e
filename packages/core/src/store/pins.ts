import type { AccountId, AccountPin, LearnerId, LearnerPin } from "@twiza/contract";
import type { Expected, Kept, Write } from "./kept.ts";

/** By what people confirm on another's phone. */
export type PinStore = {
  ofLearner(learnerId: LearnerId): Promise<Kept<LearnerPin> | undefined>;
  ofAccount(accountId: AccountId): Promise<Kept<AccountPin> | undefined>;
  putOfLearner(pin: LearnerPin, expected: Expected): Write;
  putOfAccount(pin: AccountPin, expected: Expected): Write;
};
