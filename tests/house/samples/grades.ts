import { found } from "@twiza/core";
import { AUDITOR, TRAINER } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

export const gradesSamples = ({ house, at, intentId, ofCourse }: Scene) => {
  const params = { cohortId: at.open.id };
  const lines = async () =>
    (await (await house.as(TRAINER)).do("readGradebook", { params, query: {} })).learners;
  return {
    readGradebook: () => ({ by: TRAINER, asked: { params } }),
    readAlike: () => ({ by: TRAINER, asked: { params } }),
    changeGrade: async () => {
      const { learnerId, grade } = found((await lines())[0]);
      const { given } = found(grade.parts.find(({ part }) => part === "quiz"));
      return {
        by: TRAINER,
        asked: {
          params: { ...params, learnerId },
          body: {
            ...{ intentId, part: "quiz" },
            said: { as: "percent", percent: 40, reason: "Answered aloud" },
            ...(given ? { seenAt: given.at } : {}),
          },
        },
      };
    },
    listMarkedCourses: () => ({ by: AUDITOR, asked: {} }),
    listMarkedLearners: () => ({ by: AUDITOR, asked: ofCourse }),
    readMarks: async () => {
      const { learnerId } = found((await lines())[0]);
      return { by: AUDITOR, asked: { params: { learnerId } } };
    },
    readReach: async () => {
      const { learnerId } = found((await lines())[0]);
      return { by: TRAINER, asked: { params: { ...params, learnerId } } };
    },
    readGrading: () => ({ by: TRAINER, asked: ofCourse }),
    saveGrading: async () => {
      const trainer = await house.as(TRAINER);
      const { grading: seen } = await trainer.do("readGrading", {
        params: { courseId: at.course.courseId },
      });
      const [before = { weightPercent: 60 }] = seen?.categories ?? [];
      const weightPercent = before.weightPercent === 60 ? 50 : 60;
      const grading = {
        categories: [
          { id: "work", title: { en: "Lessons" }, weightPercent, parts: ["lessons"] },
          { id: "test", title: { en: "Test" }, weightPercent: 100 - weightPercent, parts: ["quiz"] }, // prettier-ignore
        ],
        passPercent: 50,
      };
      return {
        by: TRAINER,
        asked: { ...ofCourse, body: { intentId, grading, ...(seen ? { seen } : {}) } },
      };
    },
  } satisfies Samples;
};
