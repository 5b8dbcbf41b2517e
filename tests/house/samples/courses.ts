import { staff } from "@twiza/content";
import { newIntent } from "../house.ts";
import { ADMIN, TRAINER } from "../landmarks.ts";
import { newCourseId, newLessonId, newModuleId } from "../new-ids.ts";
import { changeLesson, setApproval } from "./drafted.ts";
import type { Samples, Scene } from "./scene.ts";

export const coursesSamples = ({ house, at, intentId, ofCourse }: Scene) => {
  const { course, changed } = at;
  return {
    listCatalogue: () => ({ asked: {} }),
    readOutline: () => ({ asked: ofCourse }),
    listCourses: () => ({ by: TRAINER, asked: {} }),
    readCourse: () => ({ by: TRAINER, asked: ofCourse }),
    editCourse: async () => ({
      by: TRAINER,
      asked: {
        ...ofCourse,
        body: {
          intentId,
          revision: (await (await house.as(TRAINER)).do("readCourse", ofCourse)).revision,
          title: { fr: "Créer" },
          summary: { fr: "Tout." },
          passMarkPercent: 60,
          triesAllowed: 4,
        },
      },
    }),
    publishCourse: async () => {
      await setApproval(house, false);
      return {
        by: staff.secondTrainer.contact,
        asked: { params: { courseId: changed.courseId }, body: { intentId, note: "Better." } },
      };
    },
    createCourse: () => ({
      by: TRAINER,
      asked: {
        body: {
          intentId,
          courseId: newCourseId(),
          title: "Tondre",
          sourceLanguage: "fr",
          begin: "course",
        },
      },
    }),
    listSamples: () => ({ by: TRAINER, asked: {} }),
    copyCourse: () => ({
      by: TRAINER,
      asked: { ...ofCourse, body: { intentId, as: newCourseId(), title: { fr: "Le nôtre" } } },
    }),
    bringCourse: () => ({
      by: TRAINER,
      asked: {
        body: {
          intentId,
          courseId: newCourseId(),
          title: { fr: "Tondre" },
          summary: {},
          sourceLanguage: "fr",
          legalReview: false,
          passMarkPercent: 70,
          triesAllowed: 3,
          modules: [{ id: newModuleId(), title: {}, lessons: [{ id: newLessonId(), minutes: 6 }] }],
        },
      },
    }),
    readVersion: () => ({
      by: TRAINER,
      asked: { params: { courseId: course.courseId, version: String(course.version) } },
    }),
    restoreVersion: async () => {
      await changeLesson(house, changed.courseId);
      return {
        by: staff.secondTrainer.contact,
        asked: { params: { courseId: changed.courseId }, body: { intentId, version: 1 } },
      };
    },
    listOwnerCandidates: () => ({ by: TRAINER, asked: ofCourse }),
    addOwner: async () => {
      const { accountId } = at.second;
      const body = { intentId: newIntent(), accountId };
      await (await house.as(ADMIN)).do("removeOwner", { ...ofCourse, body });
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, accountId } } };
    },
    removeOwner: async () => {
      const { accountId } = at.second;
      const body = { intentId: newIntent(), accountId };
      await (await house.as(ADMIN)).do("addOwner", { ...ofCourse, body });
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, accountId } } };
    },
  } satisfies Samples;
};
