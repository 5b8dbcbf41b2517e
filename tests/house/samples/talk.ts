import { staff } from "@twiza/content";
import { type House, newIntent } from "../house.ts";
import { type Landmarks, TRAINER } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

export const talkSamples = ({ house, at, intentId, ofCourse, ofLesson }: Scene) =>
  ({
    listComments: async () => {
      await commentFor(house, at);
      return { by: TRAINER, asked: { params: ofLesson } };
    },
    addComment: () => ({
      by: TRAINER,
      asked: {
        params: ofLesson,
        body: { intentId, key: "title", language: "fr", text: `@${at.second.accountId} Juste ?` },
      },
    }),
    changeComment: async () => ({
      by: TRAINER,
      asked: {
        params: { ...ofLesson, commentId: await commentFor(house, at) },
        body: { intentId, change: { do: "resolve" } },
      },
    }),
    listColleagues: () => ({ by: TRAINER, asked: ofCourse }),
    attendLesson: async () => {
      // She was there and left: whoever comes back is written down.
      const body = { isLeft: true };
      await (await house.as(TRAINER)).do("attendLesson", { params: ofLesson, body });
      return { by: TRAINER, asked: { params: ofLesson, body: { isLeft: false, key: "title" } } };
    },
    listNotices: async () => {
      await commentFor(house, at);
      return { by: staff.secondTrainer.contact, asked: {} };
    },
    countNotices: async () => {
      await commentFor(house, at);
      return { by: staff.secondTrainer.contact, asked: {} };
    },
    readNotices: async () => ({
      by: staff.secondTrainer.contact,
      asked: { body: { commentIds: [await commentFor(house, at)] } },
    }),
  }) satisfies Samples;

/** A comment of the trainer in which the second one is mentioned: its id. */
async function commentFor(house: House, { course, lessonId, second }: Landmarks): Promise<string> {
  const body = { intentId: newIntent(), text: `@${second.accountId} Regarde.` };
  const params = { courseId: course.courseId, lessonId };
  return (await (await house.as(TRAINER)).do("addComment", { params, body })).comment.id;
}
