import { staff } from "@twiza/content";
import type { Answer } from "@twiza/contract";
import { found } from "@twiza/core";
import { plainItem } from "./bank.ts";
import { type House, newIntent } from "./house.ts";
import { findLandmarks } from "./landmarks.ts";
import { beginFirst, fillFirst, publishFirst } from "./new-trainer.ts";
import { largeCohort, newcomer } from "./offline.ts";

const wish = () => ({ intentId: newIntent() });
const LETTERS = ["a", "b", "c", "d", "e"];
/** So many questions of five answers each, of which the first is right. */
export const QUESTIONS = 16;

/** By lot, the same each time: right as often as not, and else any of what is wrong. */
function byLot(person: number, at: number): string {
  const lot = Math.imul(person * 31 + at + 1, 0x9e3779b1) >>> 8;
  const even = (lot ^ (lot >>> 11)) >>> 0;
  return even % 2 === 0 ? "a" : found(LETTERS[1 + ((even >>> 3) % 4)]);
}
/** Right in the first five, and then wrong as nobody else is but who answers like this. */
export const alikeAt = (at: number): string => (at < 5 ? "a" : found(LETTERS[1 + ((at * 7) % 4)]));

/** A group of eight who sat its test for themselves; `sit` lets another one sit it. */
export async function groupThatSat(house: House) {
  const trainer = await house.as(staff.trainer.contact);
  const place = await beginFirst(trainer, "Reconnaître la laine");
  await fillFirst(trainer, place);
  const params = { courseId: place.courseId };
  const items = Array.from({ length: QUESTIONS }, (_, at) =>
    plainItem(`Question ${at + 1} ?`, {
      options: LETTERS.map((id) => ({ id, text: { fr: `${id} ${at}` }, right: id === "a" })),
    }),
  );
  await trainer.do("bringItems", { params, body: { ...wish(), items: [...items] } });
  await publishFirst(trainer, place);
  const at = await findLandmarks(house);
  const course = { ...at.course, courseId: place.courseId };
  const { id: cohortId } = await largeCohort(house, { ...at, course });
  const sit = async (answerTo: (question: number) => string) => {
    const { contact } = await newcomer(house, cohortId);
    const phone = await house.as(contact);
    const { id } = await phone.do("startAttempt", { params, body: wish() });
    const answers = items.map((item, nth): Answer => ({ itemId: item.id, options: [answerTo(nth)] })); // prettier-ignore
    await phone.do("submitAttempt", { params: { ...params, attemptId: id }, body: { ...wish(), answers } }); // prettier-ignore
    const { learnerId } = await phone.do("readEnrolment", { params });
    return { learnerId, contact };
  };
  for (let person = 0; person < 8; person += 1) await sit((nth) => byLot(person, nth));
  return { ...params, cohortId, items, sit };
}

/** The same with two whose answers are one another's. */
export async function groupWithTwoAlike(house: House) {
  const group = await groupThatSat(house);
  for (let person = 0; person < 2; person += 1) await group.sit(alikeAt);
  return group;
}
