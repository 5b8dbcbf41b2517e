import { found } from "@twiza/core";
import { ADMIN, TRAINER } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

export const cohortsSamples = ({ house, at, intentId }: Scene) => {
  const { course, open, byHand, trainer } = at;
  return {
    listCohorts: () => ({ by: TRAINER, asked: {} }),
    createCohort: () => ({
      by: ADMIN,
      asked: {
        body: {
          intentId,
          courseId: course.courseId,
          name: "Azilal 2027",
          trainerIds: [trainer.accountId],
          startsOn: "2027-01-10",
          endsOn: "2027-06-30",
          places: 12,
          joining: "open",
          issuing: "automatic",
        },
      },
    }),
    readCohort: () => ({ by: TRAINER, asked: { params: { cohortId: open.id } } }),
    changeContact: () => ({
      by: TRAINER,
      asked: {
        params: { cohortId: open.id },
        body: {
          intentId,
          contact: { name: "Rachid", phone: "+212612345678", consent: true },
        },
      },
    }),
    changeTestTimes: () => ({
      by: TRAINER,
      asked: {
        params: { cohortId: open.id },
        body: { intentId, test: { opensAt: "2026-01-10T08:00:00.000Z" } },
      },
    }),
    allowLearner: async () => {
      const params = { cohortId: open.id };
      const { learners } = await (await house.as(TRAINER)).do("readProgress", { params });
      return {
        by: TRAINER,
        asked: {
          params: { ...params, learnerId: found(learners[0]).learnerId },
          body: { intentId, allowance: { tries: 1, extraPercent: 50, reason: "Reads slowly" } },
        },
      };
    },
    readProgress: () => ({ by: TRAINER, asked: { params: { cohortId: open.id } } }),
    countStuck: () => ({ by: TRAINER, asked: {} }),
    enrolPeople: () => ({
      by: ADMIN,
      asked: {
        params: { cohortId: open.id },
        body: {
          intentId,
          people: [{ name: "Aïcha Naït", contact: `aicha-${intentId.slice(-6)}@example.org` }],
        },
      },
    }),
    listEligible: () => ({ by: TRAINER, asked: { params: { cohortId: byHand.id } } }),
  } satisfies Samples;
};
