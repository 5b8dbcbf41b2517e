import { staff } from "@twiza/content";
import { type Answer, type CourseId, ItemId, LEAST_ANSWERS } from "@twiza/contract";
import { found } from "@twiza/core";
import { rightAnswers } from "./answers.ts";
import { type House, newIntent, type Visitor } from "./house.ts";
import { beginFirst, fillFirst, publishFirst } from "./new-trainer.ts";

const wish = () => ({ intentId: newIntent() });

/**
 * A course whose test was sat so often that its figures are told: half of its learners know all but the first question, the others
 * that one and no other; the second one nobody knows but two.
 */
export async function courseOftenSat(house: House): Promise<CourseId> {
  const trainer = await house.as(staff.trainer.contact);
  const first = await beginFirst(trainer, "Laver la laine");
  await fillFirst(trainer, first);
  for (const [at, asked] of ["L’eau ?", "Le savon ?", "Le soleil ?"].entries())
    await ask(trainer, first.courseId, { at, asked });
  await publishFirst(trainer, first);
  const right = await rightAnswers(house, first.courseId);
  const contacts = await enrolled(house, first.courseId);
  for (const [n, contact] of contacts.entries()) {
    const knows = (place: number): boolean =>
      place === 0 ? n % 2 === 0 : place === 1 ? n < 2 : n % 2 === 1;
    await sit(await house.as(contact), first.courseId, { right, knows });
  }
  await house.server.worker.settled();
  return first.courseId;
}

async function ask(
  author: Visitor,
  courseId: CourseId,
  { at, asked }: { at: number; asked: string },
) {
  const itemId = ItemId.parse(`itm_${String(at + 1).padStart(32, "0")}`);
  const options = ["Tiède", "Très chaud", "Je ne sais pas, cela dépend de la bête et de la saison"];
  const item = {
    ...{ id: itemId, question: "choice" as const, prompt: { fr: asked } },
    options: options.map((word, o) => ({ id: `o${o + 1}`, text: { fr: word }, right: o === 0 })),
  };
  await author.do("saveItem", { params: { courseId, itemId }, body: { ...wish(), item } });
}

/** A group of its own, that no page of learners offers. */
async function enrolled(house: House, courseId: CourseId): Promise<readonly string[]> {
  const admin = await house.as(staff.administrator.contact);
  const { members } = await admin.do("listMembers", { query: {} });
  const trainer = found(members.find(({ contact }) => contact === staff.trainer.contact));
  const cohort = await admin.do("createCohort", {
    body: {
      ...{ ...wish(), courseId, name: "Tinghir", trainerIds: [trainer.accountId] },
      ...{ startsOn: "2026-01-01", endsOn: "2099-12-31", places: LEAST_ANSWERS },
      ...{ joining: "by_invitation", issuing: "automatic" },
    },
  });
  const people = Array.from({ length: LEAST_ANSWERS }, (_, n) => ({
    name: `Fadma ${n + 1}`,
    contact: `fadma-${n + 1}@example.org`,
  }));
  const body = { ...wish(), people };
  await admin.do("enrolPeople", { params: { cohortId: cohort.id }, body });
  return people.map(({ contact }) => contact);
}

type Known = { right: readonly Answer[]; knows: (place: number) => boolean };
async function sit(learner: Visitor, courseId: CourseId, { right, knows }: Known): Promise<void> {
  const { id, items } = await learner.do("startAttempt", { params: { courseId }, body: wish() });
  const answers = right.flatMap((answer, place): Answer[] => {
    if (knows(place) || !("options" in answer)) return [answer];
    const { options } = found(items.find((item) => item.id === answer.itemId));
    const wrong = found(options.find((option) => !answer.options.includes(option.id)));
    return [{ itemId: answer.itemId, options: [wrong.id] }];
  });
  await learner.do("submitAttempt", {
    params: { courseId, attemptId: id },
    body: { ...wish(), answers },
  });
}
