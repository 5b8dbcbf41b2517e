import { staff } from "@twiza/content";
import { type House, newIntent } from "../house.ts";
import { ADMIN } from "../landmarks.ts";

/** Gives a lesson of a course other minutes than it had, so that composing has something to do. */
export async function changeLesson(house: House, courseId: string): Promise<void> {
  const trainer = await house.as(staff.secondTrainer.contact);
  const [lesson] = (await trainer.do("readDraft", { params: { courseId } })).lessons;
  const body = {
    intentId: newIntent(),
    language: "fr" as const,
    commands: [{ do: "minutes" as const, minutes: ((lesson?.minutes ?? 1) % 100) + 1 }],
    texts: [],
  };
  await trainer.do("saveDraftLesson", { params: { courseId, lessonId: lesson?.id ?? "" }, body });
}

/** Says whether a second person approves, where it is not so already. */
export async function setApproval(house: House, isRequired: boolean): Promise<void> {
  await (
    await house.as(ADMIN)
  ).do("changeApproval", { body: { intentId: newIntent(), isRequired } });
}
