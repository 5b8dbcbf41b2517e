import { found } from "@twiza/core";
import type { House } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import { lookAt, type Observing, openObserving, photoBy, WEIGHING } from "../observing.ts";
import { bring, somePng } from "../pictures.ts";
import type { Samples, Scene } from "./scene.ts";

/** Whose work is looked at: nobody of the seed, whose lists other samples count. */
const TAMOU = "tamou@example.org";
const opened = new WeakMap<House, Promise<Observing>>();

/** One course of skills for all samples of a house. */
function observing(house: House): Promise<Observing> {
  const known = opened.get(house) ?? openObserving(house, [TAMOU]);
  opened.set(house, known);
  return known;
}

async function scene(house: House) {
  const { cohortId, courseId, learners, trainer } = await observing(house);
  return { cohortId, courseId, trainer, learnerId: found(learners.get(TAMOU)) };
}

export const observationSamples = ({ house, intentId }: Scene) => {
  const recorded = async () => {
    const { trainer, learnerId, ...at } = await scene(house);
    const body = lookAt(learnerId);
    await trainer.do("recordObservation", { params: { cohortId: at.cohortId }, body });
    return { ...at, learnerId, observationId: body.id };
  };
  return {
    readObserving: async () => {
      const { cohortId } = await scene(house);
      return { by: TRAINER, asked: { params: { cohortId } } };
    },
    recordObservation: async () => {
      const { cohortId, learnerId } = await scene(house);
      const body = lookAt(learnerId, {}, { intentId, note: "Elle a pris son temps." });
      return { by: TRAINER, asked: { params: { cohortId }, body } };
    },
    listObservations: async () => {
      const { cohortId, learnerId } = await recorded();
      return { by: TRAINER, asked: { params: { cohortId, learnerId } } };
    },
    listOwnObservations: async () => {
      const { courseId } = await recorded();
      return { by: TAMOU, asked: { params: { courseId } } };
    },
    confirmObservation: async () => {
      const { courseId, observationId } = await recorded();
      return { by: TAMOU, asked: { params: { courseId, observationId }, body: { intentId } } };
    },
    readPhoto: async () => {
      const { trainer, cohortId, learnerId } = await scene(house);
      const photos = [await photoBy(trainer, house)];
      const seen = [{ criterion: "zero", result: "met" as const }];
      const body = lookAt(learnerId, {}, { checklistId: WEIGHING, photos, seen });
      const { observation } = await trainer.do("recordObservation", { params: { cohortId }, body });
      const { hash } = found(observation.photos[0]);
      return { by: TAMOU, asked: { params: { learnerId, observationId: body.id, hash } } };
    },
    takePhoto: async () => {
      const { trainer } = await scene(house);
      await bring(trainer, { house, intentId, type: "image/png", bytes: somePng() });
      return { by: TRAINER, asked: { body: { intentId } } };
    },
    setPin: async () => {
      await scene(house);
      return { by: TAMOU, asked: { body: { intentId, as: "learner", pin: "7392" } } };
    },
  } satisfies Samples;
};
