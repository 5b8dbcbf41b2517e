import { type Manifest, VoiceSheet } from "@twiza/contract";
import { staff } from "@twiza/content";
import type { House } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import { newLessonId } from "../new-ids.ts";
import { changeLesson } from "./drafted.ts";
import type { Samples, Scene } from "./scene.ts";

export const draftSamples = ({ house, at, intentId, ofCourse, ofLesson }: Scene) => {
  const { changed, moduleId, lessonId, manifest } = at;
  return {
    bringVoices: async () => ({
      by: TRAINER,
      asked: { ...ofCourse, body: { intentId, sheet: await sheetOf(house, manifest) } },
    }),
    copyIntoDraft: () => ({
      by: TRAINER,
      asked: {
        ...ofCourse,
        body: {
          intentId,
          from: changed.courseId,
          to: { moduleId },
          lessons: [{ id: at.otherLessonId, as: newLessonId() }],
        },
      },
    }),
    readDraft: () => ({ by: TRAINER, asked: ofCourse }),
    arrangeDraft: () => ({
      by: TRAINER,
      asked: {
        ...ofCourse,
        body: {
          intentId,
          commands: [
            {
              do: "addLesson",
              id: newLessonId(),
              moduleId,
              after: lessonId,
              title: { fr: "Peser", en: "Weighing" },
              template: "lesson",
            },
          ],
        },
      },
    }),
    readDraftLesson: () => ({
      by: TRAINER,
      asked: { params: ofLesson, query: { language: "fr" } },
    }),
    reviewDraft: () => ({
      by: TRAINER,
      asked: { ...ofCourse, query: { lessons: lessonId } },
    }),
    saveDraftLesson: () => ({
      by: TRAINER,
      asked: {
        params: ofLesson,
        body: {
          intentId,
          language: "fr",
          commands: [{ do: "minutes", minutes: 12 }],
          texts: [
            {
              key: "title",
              base: 1,
              block: { kind: "title", text: `Peser ${intentId.slice(-6)}` },
            },
          ],
        },
      },
    }),
    composeDraft: async () => {
      await changeLesson(house, changed.courseId);
      return {
        by: staff.secondTrainer.contact,
        asked: { params: { courseId: changed.courseId }, body: { intentId } },
      };
    },
  } satisfies Samples;
};

/** What is spoken in a lesson of a course, in one language. */
async function sheetOf(house: House, { modules }: Manifest): Promise<VoiceSheet> {
  const [voices] = modules.flatMap(({ lessons }) => lessons.flatMap((it) => it.voices ?? []));
  const [pointer] = Object.values(voices ?? {});
  const response = await house.anyone.fetch(`/content/${pointer?.hash ?? ""}`);
  return VoiceSheet.parse(await response.json());
}
