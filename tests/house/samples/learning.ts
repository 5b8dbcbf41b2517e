import { learners } from "@twiza/content";
import { type House, newIntent } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import { passFor, sealFor } from "../parcels.ts";
import type { Samples, Scene } from "./scene.ts";

export const learningSamples = ({ house, at, intentId, learner, ofCourse }: Scene) => {
  const { course, open, flag } = at;
  const { lessonId } = at;
  const now = new Date().toISOString();
  const event = {
    type: "lesson.reached",
    lessonId,
    block: 1,
    at: now,
    deviceId: "sample-device",
    seq: 1,
  };
  return {
    enrol: () => ({
      by: learners.eligible.contact,
      asked: { body: { intentId, courseId: course.courseId, cohortId: open.id } },
    }),
    listEnrolments: () => ({ by: learner, asked: {} }),
    readEnrolment: () => ({ by: learner, asked: ofCourse }),
    recordEvents: () => ({
      by: learner,
      asked: { ...ofCourse, body: { sentAt: now, events: [{ ...event, id: newIntent() }] } },
    }),
    fetchTicket: () => ({ by: learner, asked: { ...ofCourse, body: { intentId } } }),
    startAttempt: () => ({ by: learner, asked: { ...ofCourse, body: { intentId } } }),
    submitAttempt: async () => {
      at.attemptId ??= await startedAttempt(house, course.courseId);
      const { attemptId } = at;
      return {
        by: learners.beginner.contact,
        asked: {
          params: { courseId: course.courseId, attemptId },
          body: { intentId, answers: [{ itemId: `itm_${"0".repeat(32)}`, options: ["a"] }] },
        },
      };
    },
    listAttempts: () => ({ by: learners.failedOnce.contact, asked: ofCourse }),
    listFlags: () => ({ by: TRAINER, asked: {} }),
    readFlag: () => ({ by: TRAINER, asked: { params: { flagId: flag.id } } }),
    decideFlag: () => ({
      by: TRAINER,
      asked: {
        params: { flagId: flag.id },
        body: { intentId, verdict: "accepted", note: "Her own phone had no network." },
      },
    }),
    readPackSignature: () => ({
      by: learner,
      asked: { params: { courseId: course.courseId, version: String(course.version) } },
    }),
    readPasses: () => ({ by: learner, asked: { query: { deviceId: event.deviceId } } }),
    deliverParcel: async () => {
      const { deviceId, ...seen } = event;
      const pass = await passFor(await house.as(learner), deviceId);
      const things = [{ courseId: course.courseId, events: [{ ...seen, id: newIntent() }] }];
      return { asked: { body: { parcel: await sealFor(house, { pass, sealedAt: now, things }) } } };
    },
  } satisfies Samples;
};

/** One sitting for all samples: tries are few. */
async function startedAttempt(house: House, courseId: string): Promise<string> {
  const visitor = await house.as(learners.beginner.contact);
  const { id } = await visitor.do("startAttempt", {
    params: { courseId },
    body: { intentId: newIntent() },
  });
  return id;
}
