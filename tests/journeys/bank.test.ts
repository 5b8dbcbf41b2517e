import { BIN_DAYS, type CourseId, type Item } from "@twiza/contract";
import { staff } from "@twiza/content";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newItemId, plainItem } from "../house/bank.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { bringPicture } from "../house/pictures.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let second: Visitor;
let days = 0;
beforeAll(async () => {
  house = await openHouse({ clock: { now: () => new Date(Date.now() + days * 86_400_000) } });
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const bring = async (...items: Item[]) => {
  const body = { ...wish(), items: items.map((item) => ({ item, tags: ["laine"] })) };
  return trainer.do("bringBankItems", { body });
};
const saving = (item: Item, seen?: number, tags: string[] = []) => ({
  params: { itemId: item.id },
  body: { ...wish(), item, tags, ...(seen === undefined ? {} : { seen }) },
});
const asking = (item: Item, fr: string): Item => ({ ...item, prompt: { fr } });
const look = (by: Visitor, itemId: string) => by.do("readBankItem", { params: { itemId } });
const search = async (query: Record<string, string>) =>
  (await second.do("listBank", { query })).lines.map(({ id }) => id);

/** A course of somebody's with these questions of the bank in its test. */
async function courseWith(by: Visitor, ...items: readonly Item[]): Promise<CourseId> {
  const about = { title: "Tondre", sourceLanguage: "fr" as const, begin: "empty" as const };
  const body = { ...wish(), courseId: newCourseId(), ...about };
  const { id: courseId } = await by.do("createCourse", { body });
  const put = { ...wish(), itemIds: items.map(({ id }) => id) };
  await by.do("putFromBank", { params: { courseId }, body: put });
  return courseId;
}
const questionsOf = async (by: Visitor, courseId: CourseId) =>
  (await by.do("readItems", { params: { courseId } })).items;

describe("a question that is written once", () => {
  it("is found by every trainer of the organisation, whatever letters she leaves out, in any language", async () => {
    const item = plainItem(
      { fr: "À quelle température lave-t-on la laine ?", ar: "في أيِّ حرارةٍ نغسل الصُّوف؟" },
      { difficulty: "hard" },
    );
    await bring(item);
    expect(await search({ words: "temperature LAVE" })).toContain(item.id);
    expect(await search({ words: "اي حراره" })).toContain(item.id);
    expect(await search({ words: "laine", difficulty: "hard", kind: "choice", tag: "Laine", unused: "yes" })).toEqual([item.id]); // prettier-ignore
    expect(await search({ words: "laine", kind: "order" })).toEqual([]);
    expect((await look(second, item.id)).kept.item).toEqual(item);
  });

  it("serves several courses, whose drafts get its new words when somebody says so; one of its author's own stays", async () => {
    const item = plainItem("Quand tond-on ?");
    await bring(item);
    const mine = await courseWith(trainer, item);
    const alsoMine = await courseWith(trainer, item);
    const hers = await courseWith(second, item);
    const own = asking(item, "Quand tond-on les agneaux ?");
    const params = { courseId: alsoMine, itemId: item.id };
    await trainer.do("saveItem", { params, body: { ...wish(), item: own, seen: item } });

    const now = asking(item, "En quelle saison tond-on ?");
    await trainer.do("saveBankItem", saving(now, 1));
    const { uses } = await look(trainer, item.id);
    expect(uses.map(({ courseId, draft, mayEdit }) => [courseId, draft, mayEdit]).sort()).toEqual(
      [[mine, "former", true], [alsoMine, "own", true], [hers, "former", false]].sort(),
    ); // prettier-ignore

    const courseIds = [mine, alsoMine, hers];
    const asked = { params: { itemId: item.id }, body: { ...wish(), courseIds } };
    const { courses } = await trainer.do("spreadBankItem", asked);
    expect(courses.map(({ became }) => became)).toEqual(["given", "own", "theirs"]);
    expect(await questionsOf(trainer, mine)).toEqual([now]);
    expect(await questionsOf(trainer, alsoMine)).toEqual([own]);
    expect(await questionsOf(second, hers)).toEqual([item]);
    expect((await second.do("spreadBankItem", { ...asked, body: { ...wish(), courseIds: [hers] } })).courses[0]?.became).toBe("given"); // prettier-ignore
    const standings = (await look(second, item.id)).uses.map(({ draft }) => draft);
    expect(standings.sort()).toEqual(["own", "same", "same"]);
  });

  it("goes from a test into the bank under its own name, without writing anything of the course; what is published stays", async () => {
    const { courses } = await trainer.do("listCourses", { query: {} });
    const live = found(courses.find(({ version, mayEdit }) => version && mayEdit));
    const params = { courseId: live.id };
    const items = await questionsOf(trainer, live.id);
    const ids = items.slice(0, 40).map(({ id }) => id);
    const there = await trainer.do("readBankItems", { query: { ids: ids.join(",") } });
    const known = there.items.map(({ item }) => item.id);
    const fresh = items.filter(({ id }) => ids.includes(id) && !known.includes(id)).slice(0, 3);
    const itemIds = fresh.map(({ id }) => id);
    const take = (ids: string[]) =>
      trainer.do("takeIntoBank", { params, body: { ...wish(), itemIds: ids, tags: ["cours"] } });
    expect(await take(itemIds)).toEqual({ taken: 3, already: 0, other: 0 });
    expect(await take(itemIds)).toEqual({ taken: 0, already: 3, other: 0 });
    const [first] = itemIds;
    const { kept, uses, figures } = await look(trainer, found(first));
    expect(kept.origin?.courseId).toBe(live.id);
    expect(uses).toEqual([{ courseId: live.id, title: live.title, mayEdit: true, draft: "same", live: true }]); // prettier-ignore
    expect(figures.itemId).toBe(first);
    expect((await trainer.do("readCourse", { params })).unpublishedChanges).toBe(live.unpublishedChanges); // prettier-ignore

    const { voices: _, ...words } = kept.item;
    await trainer.do("saveBankItem", saving({ ...words, prompt: { fr: "Autrement ?" } }, kept.rev));
    expect((await take(itemIds)).other).toBe(1);
    expect((await look(trainer, found(first))).uses[0]).toMatchObject({ draft: "former", live: true }); // prettier-ignore
  });
});

describe("a change of the bank", () => {
  it("undoes nothing that its author has not seen, and comes once however often it is sent", async () => {
    const item = plainItem("Un ?");
    const asked = saving(item, undefined, ["Laine", "laine ", "tonte"]);
    const first = await trainer.do("saveBankItem", asked);
    expect([first.rev, first.tags]).toEqual([1, ["Laine", "tonte"]]);
    const after = await countWritten(house);
    expect(await trainer.do("saveBankItem", asked)).toEqual(first);
    expect(await countWritten(house)).toEqual(after);
    await second.do("saveBankItem", saving(asking(item, "Deux ?"), 1));
    expect(await trainer.refused("saveBankItem", saving(asking(item, "Trois ?"), 1))).toBe("stale_write"); // prettier-ignore
    expect(await trainer.refused("saveBankItem", saving(asking(item, "Trois ?")))).toBe("stale_write"); // prettier-ignore
    // What it says already it may be told again by anybody.
    expect((await trainer.do("saveBankItem", saving(asking(item, "Deux ?"), 1))).rev).toBe(2);
  });

  it("keeps the lines of all who write at once, in one list", async () => {
    const items = Array.from({ length: 12 }, (_, at) => plainItem(`Ensemble ${at} ?`));
    await Promise.all(items.map((item) => trainer.do("saveBankItem", saving(item))));
    const there = await search({ words: "ensemble" });
    expect(there.toSorted()).toEqual(items.map(({ id }) => id as string).toSorted());
  });

  it("tags many at once, and forgets no tag that somebody else gave", async () => {
    const items = Array.from({ length: 25 }, (_, at) => plainItem(`Étiquette ${at} ?`));
    await bring(...items.slice(0, 20));
    await bring(...items.slice(20));
    const itemIds = items.map(({ id }) => id);
    const tag = (add: string[], remove: string[]) =>
      trainer.do("tagBankItems", { body: { ...wish(), itemIds, add, remove } });
    expect(await tag(["Tonte", "LAINE"], [])).toEqual({ changed: 25 });
    expect(await tag(["tonte"], [])).toEqual({ changed: 0 });
    expect(await tag([], ["laine"])).toEqual({ changed: 25 });
    const page = await second.do("listBank", { query: { tag: "tonte" } });
    expect(page.found).toBe(25);
    expect(page.lines.every(({ tags }) => tags.join() === "Tonte")).toBe(true);
  });

  it("brings a file again from where it broke off: what is there stays as it is", async () => {
    const items = [plainItem("A ?"), plainItem("B ?"), plainItem("C ?")];
    expect(await bring(...items.slice(0, 2))).toEqual({ brought: 2, already: 0 });
    await trainer.do("saveBankItem", saving(asking(found(items[0]), "A, vraiment ?"), 1));
    expect(await bring(...items)).toEqual({ brought: 1, already: 2 });
    expect((await look(trainer, found(items[0]).id)).kept.item.prompt.fr).toBe("A, vraiment ?");
  });

  it("lies in the bin for thirty days, from where it comes back as it was; courses keep theirs", async () => {
    const item = plainItem("Jeter ?");
    await bring(item);
    const courseId = await courseWith(trainer, item);
    const remove = { body: { ...wish(), itemIds: [item.id] } };
    expect(await trainer.do("removeBankItems", remove)).toEqual({ removed: 1 });
    expect(await search({ words: "jeter" })).toEqual([]);
    expect(await questionsOf(trainer, courseId)).toEqual([item]);
    expect(await trainer.refused("readBankItem", { params: { itemId: item.id } })).toBe("not_found");
    expect(await trainer.refused("saveBankItem", saving(asking(item, "?"), 1))).toBe("not_found");
    const { removed } = await second.do("listRemovedBankItems", { query: {} });
    expect(removed.map(({ id }) => id)).toContain(item.id);
    const back = { params: { itemId: item.id }, body: wish() };
    expect((await second.do("restoreBankItem", back)).item).toEqual(item);
    expect(await search({ words: "jeter" })).toEqual([item.id]);
    expect((await second.do("listRemovedBankItems", { query: {} })).removed).toEqual([]);
    await trainer.do("removeBankItems", { body: { ...wish(), itemIds: [item.id] } });
    days = BIN_DAYS + 1;
    // Sessions end too.
    const later = await house.as(staff.trainer.contact);
    expect((await later.do("listRemovedBankItems", { query: {} })).removed).toEqual([]);
    expect(await later.refused("restoreBankItem", { ...back, body: wish() })).toBe("not_found");
    days = 0;
  }); // prettier-ignore

  it("refuses what nobody could answer, what shows a picture that is not here, and one name for two", async () => {
    const [option] = plainItem("?").options;
    const odd = plainItem("Sans réponse ?", { options: [option, { ...found(option), id: "c" }] });
    expect(await trainer.refused("saveBankItem", saving(odd))).toBe("request.invalid");
    const { media } = await bringPicture(house, staff.trainer.contact);
    const alt = { fr: "Une balance" };
    const shown = plainItem("Que voit-on ?", { picture: { media, alt } });
    const lost = { ...shown, picture: { media: { ...media, hash: "0".repeat(64) as never }, alt } };
    expect(await trainer.refused("saveBankItem", saving(lost))).toBe("upload.missing");
    expect((await trainer.do("saveBankItem", saving(shown))).item).toEqual(shown);
    const other = { ...saving(shown), params: { itemId: newItemId() } };
    expect(await trainer.refused("saveBankItem", other)).toBe("not_found");
    const items = [shown, shown].map((item) => ({ item, tags: [] }));
    expect(await trainer.refused("bringBankItems", { body: { ...wish(), items } })).toBe("request.invalid"); // prettier-ignore
  });
});

describe("what the bank is to others", () => {
  it("is nothing to who writes no courses, and its keys leave with no course that learners meet", async () => {
    for (const { contact } of [staff.manager, staff.mentor, staff.auditor]) {
      const other = await house.as(contact);
      expect(await other.refused("listBank", { query: {} })).toBe("role.missing");
    }
  });

  it("is put into drafts of one's own alone: as many as are named, once, and drawn as it is said", async () => {
    const items = [plainItem("Un tirage ?"), plainItem("Deux tirages ?")];
    await bring(...items);
    const courseId = await courseWith(trainer, found(items[0]));
    const params = { courseId };
    const body = { ...wish(), itemIds: items.map(({ id }) => id), draw: 1 };
    const quiz = await trainer.do("putFromBank", { params, body });
    expect([quiz.draw, quiz.items]).toEqual([1, items]);
    expect((await trainer.do("readCourse", { params })).draft.quiz.itemCount).toBe(2);
    expect(await second.refused("putFromBank", { params, body: { ...body, ...wish() } })).toBe("not_found"); // prettier-ignore
    const gone = { ...wish(), itemIds: [newItemId() as Item["id"]] };
    expect(await trainer.refused("putFromBank", { params, body: gone })).toBe("not_found");
    const taking = { ...wish(), itemIds: [found(items[0]).id], tags: [] };
    expect(await second.refused("takeIntoBank", { params, body: taking })).toBe("not_found");
  });
});
