import { staff } from "@twiza/content";
import type { Item } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let second: Visitor;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
});
afterAll(() => house.close());

const newItemId = () => `itm_${newIntent().replaceAll("-", "")}`;
const written = (prompt: string, id = newItemId()) =>
  ({
    id,
    question: "choice",
    prompt: { fr: prompt },
    options: [
      { id: "a", text: { fr: "Oui" }, right: true },
      { id: "b", text: { fr: "Non" }, right: false },
    ],
  }) as unknown as Item;
const begin = async () => {
  const body = { intentId: newIntent(), courseId: newCourseId(), title: "Tondre", sourceLanguage: "fr" as const, begin: "empty" as const }; // prettier-ignore
  return (await trainer.do("createCourse", { body })).id;
};
const save = (courseId: string, item: Item, more: object = {}) => ({
  params: { courseId, itemId: item.id },
  body: { intentId: newIntent(), item, ...more },
});
const promptsOf = ({ items }: { readonly items: readonly Item[] }) => items.map(({ prompt }) => prompt.fr); // prettier-ignore

describe("the test of a course", () => {
  it("is written question by question, put in order, and is in the next version", async () => {
    const courseId = await begin();
    const [one, two, three] = [written("Un ?"), written("Deux ?"), written("Trois ?")];
    await trainer.do("saveItem", save(courseId, one));
    await trainer.do("saveItem", save(courseId, three));
    expect(promptsOf(await trainer.do("saveItem", save(courseId, two, { after: one.id })))).toEqual(["Un ?", "Deux ?", "Trois ?"]); // prettier-ignore
    const commands = [
      { do: "move" as const, id: three.id },
      { do: "remove" as const, id: one.id },
      { do: "rename" as const, title: { fr: "Ce que je sais" } },
    ];
    const now = await trainer.do("arrangeItems", { params: { courseId }, body: { intentId: newIntent(), commands } }); // prettier-ignore
    expect(promptsOf(now)).toEqual(["Trois ?", "Deux ?"]);
    expect(await trainer.do("readItems", { params: { courseId } })).toEqual(now);
    const { draft } = await trainer.do("readCourse", { params: { courseId } });
    expect(draft.quiz).toEqual({ title: { fr: "Ce que je sais" }, itemCount: 2 });
    const { faults } = await trainer.do("composeDraft", { params: { courseId }, body: { intentId: newIntent() } }); // prettier-ignore
    expect(faults.map(({ code }) => code)).not.toContain("no_quiz");
  });

  it("takes each save once, however often it comes", async () => {
    const courseId = await begin();
    const asked = save(courseId, written("Un ?"));
    const first = await trainer.do("saveItem", asked);
    const after = await countWritten(house);
    expect(await trainer.do("saveItem", asked)).toEqual(first);
    expect(await countWritten(house)).toEqual(after);
  });

  it("never puts a question in the place of one that its author has not seen", async () => {
    const courseId = await begin();
    const item = written("Un ?");
    await trainer.do("saveItem", save(courseId, item));
    await trainer.do("saveItem", save(courseId, { ...item, prompt: { fr: "Une ?" } }, { seen: item })); // prettier-ignore
    const late = { ...item, prompt: { fr: "Uns ?" } };
    expect(await trainer.refused("saveItem", save(courseId, late, { seen: item }))).toBe("stale_write"); // prettier-ignore
    expect(await trainer.refused("saveItem", save(courseId, late))).toBe("stale_write");
    expect(promptsOf(await trainer.do("readItems", { params: { courseId } }))).toEqual(["Une ?"]);
  });

  it("keeps both questions of two who write at once", async () => {
    const courseId = await begin();
    await Promise.all(["Un ?", "Deux ?", "Trois ?"].map((prompt) => trainer.do("saveItem", save(courseId, written(prompt))))); // prettier-ignore
    const { items } = await trainer.do("readItems", { params: { courseId } });
    expect(promptsOf({ items }).toSorted()).toEqual(["Deux ?", "Trois ?", "Un ?"]);
  });

  it.each([
    ["without a right answer", { options: written("?").options.map((one) => ({ ...one, right: false })) }],
    ["with one answer", { options: written("?").options.slice(0, 1) }],
    ["with the same answer's name twice", { options: written("?").options.map((one) => ({ ...one, id: "a" })) }],
    ["with two right answers where one is", { options: written("?").options.map((one) => ({ ...one, right: true })) }],
    ["of a number without one", { question: "number", options: [] }],
    ["of words to write of which none is right", { question: "short", options: [{ id: "a", text: { fr: "Non" }, right: false }] }],
    ["with an option that belongs to nothing", { question: "match" }],
    ["of steps that read alike", { question: "order", options: ["a", "b"].map((id) => ({ id, text: { fr: "Trier" }, right: true })) }],
    ["with more steps than can be put in order", { question: "order", options: Array.from({ length: 9 }, (_, at) => ({ id: `o${at}`, text: { fr: `Pas ${at}` }, right: true })) }],
    ["with words for a gap that its text does not have", { question: "cloze", options: written("?").options.map((one) => ({ ...one, gap: "a" })) }],
    ["with a gap that one of its languages lacks", { question: "cloze", prompt: { fr: "[[a]]", ar: "لا" }, options: written("?").options.map((one) => ({ ...one, gap: "a" })) }],
    ["about places of no picture", { question: "hotspot", options: written("?").options.map((one) => ({ ...one, spot: { x: 1, y: 1 } })) }],
    ["with places beyond its picture", { question: "hotspot", options: written("?").options.map((one) => ({ ...one, spot: { x: 1001, y: 1 } })) }],
  ])("refuses a question %s, and changes nothing", async (_, over) => {
    const courseId = await begin();
    const item = { ...written("?"), ...over } as Item;
    expect(await trainer.refused("saveItem", save(courseId, item))).toBe("request.invalid");
    const body = { intentId: newIntent(), items: [written("Un ?"), item] };
    expect(await trainer.refused("bringItems", { params: { courseId }, body })).toBe("request.invalid");
    expect((await trainer.do("readItems", { params: { courseId } })).items).toEqual([]);
  }); // prettier-ignore

  it("is shown with its keys to whoever writes the course, and to nobody else", async () => {
    const courseId = await begin();
    const item = written("Un ?");
    await trainer.do("saveItem", save(courseId, item));
    const params = { courseId };
    expect(await second.refused("readItems", { params })).toBe("not_found");
    expect(await second.refused("saveItem", save(courseId, written("Deux ?")))).toBe("not_found");
    const commands = [{ do: "remove" as const, id: item.id }];
    const body = { intentId: newIntent(), commands };
    expect(await second.refused("arrangeItems", { params, body })).toBe("not_found");
    const { items } = await trainer.do("readItems", { params });
    expect(found(items[0]).options.map(({ right }) => right)).toEqual([true, false]);
  });
});
