import { learners } from "@twiza/content";
import { type House, newIntent } from "../house.ts";
import { ADMIN, TRAINER } from "../landmarks.ts";
import { someCode, someTicket } from "../ways-in.ts";
import type { Samples, Scene } from "./scene.ts";

export const waysInSamples = ({ house, at, intentId, learner }: Scene) => {
  const { byHand, eligible } = at;
  return {
    createTicket: () => ({
      by: TRAINER,
      asked: {
        params: { cohortId: byHand.id },
        body: { intentId, ...someTicket().hashes, learnerId: eligible.learnerId },
      },
    }),
    redeemTicket: async () => {
      const { secret, hashes } = someTicket();
      const body = { intentId: newIntent(), ...hashes, learnerId: eligible.learnerId };
      await (await house.as(ADMIN)).do("createTicket", { params: { cohortId: byHand.id }, body });
      return { asked: { body: { intentId, secret } } };
    },
    readCard: () => ({ by: learner, asked: {} }),
    createCard: () => ({
      by: learner,
      asked: { body: { intentId, codeHash: someCode("card").codeHash } },
    }),
    endCard: async () => {
      await cardOf(house, learner);
      return { by: learner, asked: {} };
    },
    createCardFor: () => ({
      by: TRAINER,
      asked: {
        params: { cohortId: byHand.id },
        body: { intentId, codeHash: someCode("card").codeHash, learnerId: eligible.learnerId },
      },
    }),
    endCardOf: async () => {
      await cardOf(house, learners.eligible.contact);
      return {
        by: TRAINER,
        asked: { params: { cohortId: byHand.id, learnerId: eligible.learnerId } },
      };
    },
    redeemCard: async () => ({
      asked: { body: { intentId, code: await cardOf(house, learners.eligible.contact) } },
    }),
  } satisfies Samples;
};

/** A fresh recovery card of somebody: its code. */
async function cardOf(house: House, contact: string): Promise<string> {
  const { code, codeHash } = someCode("card");
  const body = { intentId: newIntent(), codeHash };
  await (await house.as(contact)).do("createCard", { body });
  return code;
}
