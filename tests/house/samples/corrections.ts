import { found } from "@twiza/core";
import { newIntent } from "../house.ts";
import { ADMIN, TRAINER } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

/** Of a sitting that somebody of the seed has handed in: a learner of the cohort whose work is certified by hand. */
export const correctionsSamples = ({ house, at, intentId, ofCourse }: Scene) => {
  const { courseId } = ofCourse.params;
  /** The first question of the course as it was published, and what a sample would correct of it. */
  const wanted = async () => {
    const trainer = await house.as(TRAINER);
    const { items } = await trainer.do("readItems", ofCourse);
    const { id: itemId } = found(items.find(({ question }) => question === "choice"));
    const params = { courseId, itemId };
    const { forms, last } = await trainer.do("readCorrectable", { params });
    const { print, void: isVoid, item, counts } = found(forms[0]);
    const { voices: _, ...asked } = counts ?? item;
    const turned = asked.options.map((option, place) => ({
      ...option,
      right: asked.options[(place + 1) % asked.options.length]?.right ?? false,
    }));
    const change =
      isVoid || last > 0
        ? { kind: "mended", item: { ...asked, options: turned } }
        : { kind: "void" };
    return { params, print, change, last };
  };
  /** One that was made; marking anew is over once the feed was read. */
  const made = async () => {
    const trainer = await house.as(TRAINER);
    const { regrades } = await trainer.do("listRegrades", ofCourse);
    if (regrades[0]) return regrades[0];
    const { params, ...rest } = await wanted();
    const body = { intentId: newIntent(), ...rest, reason: "The key was wrong." };
    return trainer.do("correctItem", { params, body } as Parameters<typeof trainer.do<"correctItem">>[1]); // prettier-ignore
  };
  /** A learner who has handed a test in, as the flag of the seed tells. */
  const sat = () => ({ courseId: at.flag.courseId, learnerId: at.flag.learnerId });
  return {
    readCorrectable: async () => ({
      by: TRAINER,
      asked: { params: (await wanted()).params },
    }),
    tryCorrection: async () => {
      const { params, print, change } = await wanted();
      return { by: TRAINER, asked: { params, body: { intentId, print, change } } };
    },
    correctItem: async () => {
      const { params, ...rest } = await wanted();
      await stopped();
      const body = { intentId, ...rest, reason: "The key was wrong." };
      return { by: TRAINER, asked: { params, body } };
    },
    listRegrades: () => ({ by: TRAINER, asked: ofCourse }),
    listRegraded: async () => {
      const { number } = await made();
      return { by: TRAINER, asked: { params: { courseId, number: String(number) } } };
    },
    steerRegrade: async () => {
      const { number } = await made();
      const params = { courseId, number: String(number) };
      return { by: TRAINER, asked: { params, body: { intentId, do: "stop" } } };
    },
    listSittings: () => ({ by: ADMIN, asked: { params: sat() } }),
    readSitting: async () => {
      const administrator = await house.as(ADMIN);
      const { sittings } = await administrator.do("listSittings", { params: sat() });
      const { id: attemptId } = found(sittings.find(({ submittedAt }) => submittedAt));
      return { by: ADMIN, asked: { params: { ...sat(), attemptId } } };
    },
  } satisfies Samples;

  /** Two are not followed at the same time. */
  async function stopped(): Promise<void> {
    const trainer = await house.as(TRAINER);
    const { regrades } = await trainer.do("listRegrades", ofCourse);
    const running = regrades.find(({ state }) => state === "running");
    if (!running) return;
    const params = { courseId, number: String(running.number) };
    await trainer.do("steerRegrade", { params, body: { intentId: newIntent(), do: "stop" } });
  }
};
