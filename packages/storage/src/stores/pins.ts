import { type AccountId, AccountPin, type LearnerId, LearnerPin } from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

const ofLearner = entity({
  name: "learner-pin",
  table: tables.learners,
  schema: LearnerPin,
  format: 1,
  key: ({ learnerId }: { learnerId: LearnerId }) => ({ pk: `LEARNER#${learnerId}`, sk: "PIN" }),
});

/** Not beside its account, which every request reads. */
const ofAccount = entity({
  name: "account-pin",
  table: tables.people,
  schema: AccountPin,
  format: 1,
  key: ({ accountId }: { accountId: AccountId }) => ({ pk: `PIN#${accountId}`, sk: "PIN" }),
});

export const pinStore = (engine: Engine, write: Writer): Store["pins"] => ({
  ofLearner: (learnerId) => ofLearner.get(engine, { learnerId }, { consistent: true }),
  ofAccount: (accountId) => ofAccount.get(engine, { accountId }, { consistent: true }),
  putOfLearner: (value, expected) => write(ofLearner.put(value, { expected })),
  putOfAccount: (value, expected) => write(ofAccount.put(value, { expected })),
});
