import { readSkills } from "@twiza/content";
import { newIntent } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

/** A name of a kind that nothing has yet, as a page makes it. */
const fresh = (prefix: "frw" | "cmp"): string =>
  `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`;

export const frameworksSamples = ({ house, at, intentId, learner }: Scene) => {
  const { id: frameworkId } = readSkills();
  const about = { title: { fr: "Savoirs de l’atelier" }, language: "fr" };
  /** One of its own, that nothing names. */
  const begun = async (): Promise<string> => {
    const id = fresh("frw");
    const trainer = await house.as(TRAINER);
    const asked = { params: { frameworkId: id }, body: { intentId: newIntent(), about } };
    await trainer.do("saveFramework", asked);
    return id;
  };
  return {
    listFrameworks: () => ({ by: TRAINER, asked: {} }),
    readFramework: () => ({ by: TRAINER, asked: { params: { frameworkId } } }),
    saveFramework: () => ({
      by: TRAINER,
      asked: { params: { frameworkId: fresh("frw") }, body: { intentId, about } },
    }),
    changeFramework: async () => ({
      by: TRAINER,
      asked: {
        params: { frameworkId: await begun() },
        body: {
          intentId,
          commands: [
            { do: "write", competency: { id: fresh("cmp"), statement: { fr: "Trier la laine" } } },
          ],
        },
      },
    }),
    readFrameworkUses: () => ({ by: TRAINER, asked: { params: { frameworkId } } }),
    removeFramework: async () => ({
      by: TRAINER,
      asked: { params: { frameworkId: await begun() } },
    }),
    readPassport: () => ({ by: learner, asked: {} }),
    readLearnerPassport: () => ({
      by: TRAINER,
      asked: { params: { cohortId: at.open.id, learnerId: at.valid.learnerId } },
    }),
  } satisfies Samples;
};
