import { rightAnswer, staff } from "@twiza/content";
import { type CourseId, Item, LessonBody, Manifest } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newItemId, plainItem } from "../house/bank.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { beginFirst, fillFirst, publishFirst } from "../house/new-trainer.ts";
import { largeCohort, newcomer } from "../house/offline.ts";

let house: House;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const doc = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
});
const steps = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `o${at}`, text: { fr: `Degré ${at}` }, right: false })); // prettier-ignore
const openItem = () =>
  plainItem("Racontez.", {
    question: "open",
    options: [{ id: "a", text: { fr: "Le sel" }, right: false }],
    feedback: { fr: "On sale d’abord." },
  });
const scaleItem = () =>
  plainItem("Êtes-vous sûre de vous ?", {
    question: "likert",
    options: steps(5),
    feedback: { fr: "Merci." },
  });
const begin = async (title: string) => {
  const place = await beginFirst(trainer, title);
  await fillFirst(trainer, place);
  return place;
};
const save = (courseId: CourseId, item: Item) => ({
  params: { courseId, itemId: item.id },
  body: { ...wish(), item },
});
const faultsOf = async (courseId: CourseId) =>
  (await trainer.do("composeDraft", { params: { courseId }, body: wish() })).faults.map(({ code }) => code); // prettier-ignore

describe("an open answer", () => {
  it("has no place in a test, whichever way it would come there, and every refusal says that a person marks it", async () => {
    const { courseId } = await begin("Sans réponse libre");
    const item = openItem();
    const body = { ...wish(), items: [{ item, tags: [] }] };
    await trainer.do("bringBankItems", { body });
    const params = { courseId };
    expect(await trainer.refused("saveItem", save(courseId, item))).toBe("item.by_person");
    expect(await trainer.refused("bringItems", { params, body: { ...wish(), items: [item] } })).toBe("item.by_person"); // prettier-ignore
    expect(await trainer.refused("putFromBank", { params, body: { ...wish(), itemIds: [item.id] } })).toBe("item.by_person"); // prettier-ignore
    expect((await trainer.do("readItems", { params })).items).toHaveLength(1);

    // One that became open in the bank is given to no test that asks it still.
    const plain = plainItem("Le sel ?");
    await trainer.do("bringBankItems", { body: { ...wish(), items: [{ item: plain, tags: [] }] } });
    await trainer.do("putFromBank", { params, body: { ...wish(), itemIds: [plain.id] } });
    const opened = { ...item, id: plain.id };
    await trainer.do("saveBankItem", { params: { itemId: plain.id }, body: { ...wish(), item: opened, tags: [], seen: 1 } }); // prettier-ignore
    const spread = { params: { itemId: plain.id }, body: { ...wish(), courseIds: [courseId] } };
    expect(await trainer.refused("spreadBankItem", spread)).toBe("item.by_person");
  });

  it("is practised in a lesson with what its author would have written, or what to look for, and with neither it cannot be published", async () => {
    const place = await begin("S’exprimer");
    const asked = {
      kind: "question" as const,
      question: "open" as const,
      prompt: doc("Racontez."),
    };
    const written = async (base: number, more: object) => {
      const block = { ...asked, options: [], ...more };
      const texts = [{ key: "practice", base, block }];
      await trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "fr", commands: [], texts } }); // prettier-ignore
    };
    const points = [{ id: "p-1", text: "Le sel", right: true, feedback: "Reste d’un choix." }];
    await written(1, {});
    expect(await faultsOf(place.courseId)).toContain("no_answer");
    await written(2, { options: points, feedback: "On sale d’abord." });
    expect(await faultsOf(place.courseId)).not.toContain("no_answer");
    await publishFirst(trainer, place);
    const kept = found(await house.server.deps.store.courses.outline(place.courseId));
    const json = async (hash: string): Promise<unknown> =>
      (await house.anyone.fetch(`/content/${hash}`)).json();
    const { modules } = Manifest.parse(await json(kept.entry.value.content.manifest));
    const lesson = found(modules[0]?.lessons[0]);
    const body = LessonBody.parse(await json(found(lesson.bodies.fr).hash));
    expect(body.blocks.find(({ key }) => key === "practice")).toMatchObject({
      question: "open",
      options: [{ id: "p-1", text: "Le sel", right: false }],
      feedback: "On sale d’abord.",
    });
  });
});

describe("a scale of opinion", () => {
  it("is asked of everybody, changes no mark, thanks whoever answered, and its figures are what was chosen", async () => {
    const place = await begin("Dire son avis");
    const [{ courseId }, scale] = [place, scaleItem()];
    const params = { courseId };
    const more = [plainItem("Un ?"), plainItem("Deux ?"), plainItem("Trois ?")];
    const body = { ...wish(), items: [...more, scale], draw: 3 };
    await trainer.do("bringItems", { params, body });
    await publishFirst(trainer, place);
    const at = await findLandmarks(house);
    const cohort = await largeCohort(house, { ...at, course: { ...at.course, courseId } });
    const phone = await house.as((await newcomer(house, cohort.id)).contact);
    const { id, items } = await phone.do("startAttempt", { params, body: wish() });
    expect(items).toHaveLength(3);
    expect(items.find(({ question }) => question === "likert")?.options).toHaveLength(5);
    const { items: all } = await trainer.do("readItems", { params });
    const asked = all.filter((item) => items.some((one) => one.id === item.id));
    const [first] = asked.filter(({ question }) => question !== "likert");
    const answers = [rightAnswer(found(first)), { itemId: scale.id, options: ["o3"] }];
    const result = await phone.do("submitAttempt", { params: { courseId, attemptId: id }, body: { ...wish(), answers } }); // prettier-ignore
    if (result.state !== "graded") throw new Error("it was not graded");
    expect(result.percent).toBe(50);
    expect(result.items.find(({ itemId }) => itemId === scale.id)).toEqual({
      ...{ itemId: scale.id, rule: "none", got: 0, of: 0, right: false },
      feedback: { fr: "Merci." },
    });
    await house.server.worker.settled();
    const { items: figures } = await trainer.do("readStatistics", { params });
    expect(figures.find(({ itemId }) => itemId === scale.id)).toMatchObject({ answers: 1 });
    const { learnerId } = await phone.do("readEnrolment", { params });
    const told = await trainer.do("readSitting", { params: { courseId, learnerId, attemptId: id } }); // prettier-ignore
    expect(told).toMatchObject({ reckoned: 50 });
    const change = { kind: "void" as const };
    const { forms, last } = await trainer.do("readCorrectable", { params: { courseId, itemId: scale.id } }); // prettier-ignore
    const correct = { ...wish(), print: found(forms[0]).print, change, reason: "Rien", last };
    expect(await trainer.refused("correctItem", { params: { courseId, itemId: scale.id }, body: correct })).toBe("correction.unchanged"); // prettier-ignore
  });

  it("alone is no test: it cannot be published, and in steps without a middle it is no scale", async () => {
    const place = await begin("Rien que des avis");
    const params = { courseId: place.courseId };
    const { items } = await trainer.do("readItems", { params });
    await trainer.do("bringItems", { params, body: { ...wish(), items: [scaleItem()] } });
    const remove = { do: "remove" as const, id: found(items[0]).id };
    await trainer.do("arrangeItems", { params, body: { ...wish(), commands: [remove] } });
    expect(await faultsOf(place.courseId)).toContain("nothing_marked");
    const even = Item.parse({ ...scaleItem(), id: newItemId(), options: steps(4) });
    expect(await trainer.refused("saveItem", save(place.courseId, even))).toBe("request.invalid");
  });
});

describe("answers that are heard", () => {
  it("reach the phone with their words and the sign that these are not shown, in a lesson and in a test, and only of kinds that are chosen", async () => {
    const place = await begin("Écouter");
    const params = { courseId: place.courseId };
    const heard = plainItem("Qui bêle ?", { heard: true });
    await trainer.do("bringItems", { params, body: { ...wish(), items: [heard] } });
    const options = [{ id: "p-1", text: "Le mouton", right: true }, { id: "p-2", text: "La poule", right: false }]; // prettier-ignore
    const save_ = (base: number, question: "choice" | "short") => {
      const block = { kind: "question" as const, question, heard: true as const, prompt: doc("Qui bêle ?"), options }; // prettier-ignore
      const texts = [{ key: "practice", base, block }];
      return trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "fr", commands: [], texts } }); // prettier-ignore
    };
    await save_(1, "choice");
    await publishFirst(trainer, place);
    const practised = async () => {
      const kept = found(await house.server.deps.store.courses.outline(place.courseId));
      const json = async (hash: string): Promise<unknown> =>
        (await house.anyone.fetch(`/content/${hash}`)).json();
      const { modules } = Manifest.parse(await json(kept.entry.value.content.manifest));
      const body = LessonBody.parse(await json(found(modules[0]?.lessons[0]?.bodies.fr).hash));
      return body.blocks.find(({ key }) => key === "practice");
    };
    expect(await practised()).toMatchObject({ heard: true, options: [{ text: "Le mouton" }, {}] });
    const at = await findLandmarks(house);
    const cohort = await largeCohort(house, { ...at, course: { ...at.course, ...params } });
    const phone = await house.as((await newcomer(house, cohort.id)).contact);
    const { items } = await phone.do("startAttempt", { params, body: wish() });
    expect(items.map((item) => item.heard).filter(Boolean)).toEqual([true]);
    await save_(2, "short");
    await publishFirst(trainer, place);
    expect(await practised()).not.toHaveProperty("heard");
  });
});
