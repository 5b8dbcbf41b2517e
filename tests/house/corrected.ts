import { staff } from "@twiza/content";
import type { CourseId } from "@twiza/contract";
import { found } from "@twiza/core";
import { type House, newIntent } from "./house.ts";
import { beginFirst, fillFirst, publishFirst } from "./new-trainer.ts";

const wish = () => ({ intentId: newIntent() });
/** Two who have answered the question: the first as its key has it, the second otherwise. */
export const ZAHRA = { name: "Zahra Ouhaddou", contact: "zahra@example.org" };
export const YAMNA = { name: "Yamna Aït Lahcen", contact: "yamna@example.org" };

/** A course whose test is one question, and a group of two who have sat it. */
export async function courseSatByTwo(house: House) {
  const trainer = await house.as(staff.trainer.contact);
  const place = await beginFirst(trainer, "Filer la laine");
  await fillFirst(trainer, place);
  await publishFirst(trainer, place);
  const { courseId } = place;
  const admin = await house.as(staff.administrator.contact);
  const { members } = await admin.do("listMembers", { query: {} });
  const { accountId } = found(members.find(({ contact }) => contact === staff.trainer.contact));
  const { id: cohortId } = await admin.do("createCohort", {
    body: {
      ...{ ...wish(), courseId, name: "Zagora", trainerIds: [accountId], places: 9 },
      ...{ startsOn: "2026-01-01", endsOn: "2099-12-31" },
      ...{ joining: "by_invitation", issuing: "automatic" },
    },
  });
  const people = [ZAHRA, YAMNA];
  await admin.do("enrolPeople", { params: { cohortId }, body: { ...wish(), people } });
  for (const [at, { contact }] of people.entries()) {
    const learner = await house.as(contact);
    const params = { courseId };
    const { id, items } = await learner.do("startAttempt", { params, body: wish() });
    const answers = [{ itemId: found(items[0]).id, options: [`o-${String(at)}`] }];
    const body = { ...wish(), answers };
    await learner.do("submitAttempt", { params: { courseId, attemptId: id }, body });
  }
  return { courseId, cohortId };
}

/** Its question turns out to be wrong, and counts for both. */
export async function correctFor(house: House, courseId: CourseId): Promise<void> {
  const trainer = await house.as(staff.trainer.contact);
  const { items } = await trainer.do("readItems", { params: { courseId } });
  const params = { courseId, itemId: found(items[0]).id };
  const { forms, last } = await trainer.do("readCorrectable", { params });
  const { print } = found(forms[0]);
  const reason = "Cela dépend de la bête et de la saison : la question ne le disait pas";
  const body = { ...wish(), print, change: { kind: "void" as const }, last, reason };
  await trainer.do("correctItem", { params, body });
  await house.server.worker.settled();
}
