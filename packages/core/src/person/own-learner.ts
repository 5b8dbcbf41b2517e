import type { AccountId, LearnerId } from "@twiza/contract";
import type { Deps } from "../deps.ts";

/** Is it a learning profile of her own account? Nobody certifies or judges herself. */
export async function isOwnLearner(
  deps: Deps,
  accountId: AccountId,
  learnerId: LearnerId,
): Promise<boolean> {
  const learner = await deps.store.people.learner(learnerId);
  return learner?.value.accountId === accountId;
}
