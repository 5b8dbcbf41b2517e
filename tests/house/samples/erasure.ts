import { type House, newIntent } from "../house.ts";
import { ADMIN } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

const NAME = "Tanirt Oubaha";

export const erasureSamples = ({ house, at, intentId }: Scene) =>
  ({
    readErasable: async () => ({
      by: ADMIN,
      asked: { params: { learnerId: await newcomer(house, at.open.id) } },
    }),
    eraseLearner: async () => ({
      by: ADMIN,
      asked: {
        params: { learnerId: await newcomer(house, at.open.id) },
        body: { intentId, revokes: false, name: NAME, reason: "by letter" },
      },
    }),
    readErased: async () => {
      const params = { learnerId: await newcomer(house, at.open.id) };
      const body = { intentId: newIntent(), revokes: false, name: NAME };
      await (await house.as(ADMIN)).do("eraseLearner", { params, body });
      return { asked: { params } };
    },
  }) satisfies Samples;

/** Somebody who has just been enrolled. */
async function newcomer(house: House, cohortId: string): Promise<string> {
  const contact = `tanirt-${newIntent().slice(-10)}@example.org`;
  const body = { intentId: newIntent(), people: [{ name: NAME, contact }] };
  const admin = await house.as(ADMIN);
  const { people } = await admin.do("enrolPeople", { params: { cohortId }, body });
  const [result] = people;
  if (!result || !("learnerId" in result) || !result.learnerId) throw new Error("not enrolled");
  return result.learnerId;
}
