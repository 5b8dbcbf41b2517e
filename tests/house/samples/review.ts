import { staff } from "@twiza/content";
import { type House, newIntent } from "../house.ts";
import { ADMIN, type Landmarks, TRAINER } from "../landmarks.ts";
import { changeLesson, setApproval } from "./drafted.ts";
import type { Samples, Scene } from "./scene.ts";

export const reviewSamples = ({ house, at, intentId, ofCourse }: Scene) => {
  const { changed } = at;
  return {
    changeApproval: async () => {
      await setApproval(house, false);
      return { by: ADMIN, asked: { body: { intentId, isRequired: true } } };
    },
    listReviewers: () => ({ by: TRAINER, asked: ofCourse }),
    askReview: async () => ({
      by: staff.secondTrainer.contact,
      asked: await readyForReview(house, changed.courseId),
    }),
    decideReview: async () => {
      const { params, body } = await readyForReview(house, changed.courseId);
      const second = await house.as(staff.secondTrainer.contact);
      const { review } = await second.do("askReview", { params, body });
      const decision = { intentId, print: review?.print, verdict: "approved" };
      return { by: ADMIN, asked: { params, body: decision } };
    },
    readMove: async () => {
      const { params, cohortId } = await movable(house, at);
      return { by: staff.secondTrainer.contact, asked: { params, query: { cohortId } } };
    },
    moveLearners: async () => {
      const { params, cohortId, version } = await movable(house, at);
      const body = { intentId, version, cohortId };
      return { by: staff.secondTrainer.contact, asked: { params, body } };
    },
  } satisfies Samples;
};

/** A draft that says something new, to be laid before a second person. */
async function readyForReview(house: House, courseId: string) {
  await setApproval(house, true);
  await changeLesson(house, courseId);
  const second = await house.as(staff.secondTrainer.contact);
  const params = { courseId };
  await second.do("composeDraft", { params, body: { intentId: newIntent() } });
  return { params, body: { intentId: newIntent(), reviewerIds: [] } };
}

/** A cohort with somebody in it who is on an older version than the live one. */
async function movable(house: House, { changed, second }: Landmarks) {
  const [admin, owner] = [await house.as(ADMIN), await house.as(staff.secondTrainer.contact)];
  const params = { courseId: changed.courseId };
  const cohort = {
    ...{ name: "Ouarzazate", trainerIds: [second.accountId], places: 12 },
    ...{ startsOn: "2026-01-10", endsOn: "2099-06-30" },
    ...({ joining: "by_invitation", issuing: "automatic" } as const),
  };
  const { id: cohortId } = await admin.do("createCohort", {
    body: { intentId: newIntent(), courseId: changed.courseId, ...cohort },
  });
  const people = [{ name: "Itto", contact: `itto-${newIntent().slice(-6)}@example.org` }];
  await admin.do("enrolPeople", {
    params: { cohortId },
    body: { intentId: newIntent(), people },
  });
  const { body } = await readyForReview(house, changed.courseId);
  await setApproval(house, false);
  const { version = 0 } = await owner.do("publishCourse", {
    params,
    body: { intentId: body.intentId, note: "Newer." },
  });
  return { params, cohortId, version };
}
