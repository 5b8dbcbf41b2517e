import { staff } from "@twiza/content";
import type { OtherLanguage } from "@twiza/contract";
import { type House, newIntent, type Visitor } from "./house.ts";

/** Languages that no release of Twiza speaks: one from left to right, one from right to left. */
export const WOLOF = { language: "wo", name: "Wolof" } as const;
export const AJAMI = { language: "ha-Arab", name: "هَوُسَ" } as const;

/** A manager lets courses of the institution be written in one more language. */
export async function addLanguage(house: House, { language, name }: OtherLanguage): Promise<void> {
  const manager = await house.as(staff.manager.contact);
  const body = { intentId: newIntent(), name };
  await manager.do("addLanguage", { params: { language }, body });
}

/** Chooses the languages beside ours that a course is written in. */
export async function writeIn(
  who: Visitor,
  courseId: string,
  otherLanguages: readonly string[],
): Promise<void> {
  const params = { courseId };
  const { revision, draft } = await who.do("readCourse", { params });
  const { title, passMarkPercent, triesAllowed, sourceLanguage } = draft;
  // Whoever changes settings has to say what the course is about.
  const summary = { [sourceLanguage]: "…", ...draft.summary };
  const settings = { title, summary, passMarkPercent, triesAllowed };
  const body = { intentId: newIntent(), revision, ...settings, otherLanguages };
  await who.do("editCourse", { params, body: body as never });
}
