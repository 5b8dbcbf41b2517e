import { staff } from "@twiza/content";
import { CHECKLIST_LIMITS, type DraftChecklists, type Manifest } from "@twiza/contract";
import { found, readManifest } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asked, checklistOf, newChecklistId, putChecklist } from "../house/checklists.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let second: Visitor;
/** A published course of hers that asks for no skill. */
let hers: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
  const { courses } = await trainer.do("listCourses", {});
  hers = found(courses.find(({ mayEdit, version }) => mayEdit && version)).id;
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const begin = async () => {
  const body = { ...wish(), courseId: newCourseId(), title: "Presser", sourceLanguage: "fr" as const, begin: "empty" as const }; // prettier-ignore
  return (await trainer.do("createCourse", { body })).id;
};
/** A copy of a whole course: it can be published as it is. */
const wholeCourse = async () => {
  const body = { ...wish(), as: newCourseId(), title: { fr: "Le nôtre" } };
  return (await trainer.do("copyCourse", { params: { courseId: hers }, body })).id;
};
const titles = ({ checklists }: DraftChecklists) => checklists.map(({ checklist }) => checklist.title.fr); // prettier-ignore
const arrange = (courseId: string, ...commands: object[]) =>
  trainer.do("arrangeChecklists", { params: { courseId }, body: { ...wish(), commands: commands as never } }); // prettier-ignore
const compose = async (courseId: string) =>
  (await trainer.do("composeDraft", { params: { courseId }, body: wish() })).faults;
const publish = (courseId: string) => ({ params: { courseId }, body: { ...wish(), note: "Avec une grille." } }); // prettier-ignore
const live = async (courseId: string): Promise<Manifest> => {
  const { entry } = found(await house.server.deps.store.courses.outline(courseId as never));
  return readManifest(house.server.deps, entry.value.content.manifest);
};

describe("a checklist of a skill", () => {
  it("is written, put in order, thrown away and taken back", async () => {
    const courseId = await begin();
    const [one, two, three] = ["Un", "Deux", "Trois"].map((title) => checklistOf(title));
    if (!one || !two || !three) return expect.unreachable();
    await putChecklist(trainer, courseId, one);
    await putChecklist(trainer, courseId, three);
    expect(titles(await putChecklist(trainer, courseId, two, { after: one.id }))).toEqual(["Un", "Deux", "Trois"]); // prettier-ignore
    const now = await arrange(courseId, { do: "move", id: three.id }, { do: "remove", id: one.id });
    expect(titles(now)).toEqual(["Trois", "Deux"]);
    expect(titles(await putChecklist(trainer, courseId, one, { after: three.id }))).toEqual(["Trois", "Un", "Deux"]); // prettier-ignore
    const { checklists } = await trainer.do("readChecklists", { params: { courseId } });
    expect(found(checklists[1]).checklist).toEqual(one);
    for (const { id } of [one, two, three]) await arrange(courseId, { do: "remove", id });
    expect((await trainer.do("readCourse", { params: { courseId } })).draft).not.toHaveProperty("checklists"); // prettier-ignore
  });

  it("is saved once, however often it comes", async () => {
    const courseId = await begin();
    const request = asked(courseId, checklistOf("Un"));
    const first = await trainer.do("saveChecklist", request);
    const after = await countWritten(house);
    expect(await trainer.do("saveChecklist", request)).toEqual(first);
    expect(await countWritten(house)).toEqual(after);
  });

  it("never takes the place of one that its author has not seen", async () => {
    const courseId = await begin();
    const checklist = checklistOf("Un");
    const { checklists } = await putChecklist(trainer, courseId, checklist);
    const { mark: seen } = found(checklists[0]);
    await putChecklist(trainer, courseId, { ...checklist, leastPercent: 90 }, { seen });
    const late = { ...checklist, leastPercent: 10 };
    expect(await trainer.refused("saveChecklist", asked(courseId, late, { seen }))).toBe("stale_write"); // prettier-ignore
    expect(await trainer.refused("saveChecklist", asked(courseId, late))).toBe("stale_write");
    const now = await trainer.do("readChecklists", { params: { courseId } });
    expect(found(now.checklists[0]).checklist.leastPercent).toBe(90);
    // Who writes what stands there already undoes nothing.
    await putChecklist(trainer, courseId, { ...checklist, leastPercent: 90 });
  });

  it("loses nothing when two write at once", async () => {
    const courseId = await begin();
    await Promise.all(["Un", "Deux", "Trois"].map((title) => putChecklist(trainer, courseId, checklistOf(title)))); // prettier-ignore
    const now = await trainer.do("readChecklists", { params: { courseId } });
    expect(titles(now).toSorted()).toEqual(["Deux", "Trois", "Un"]);
  });

  it("is one of twenty at most, has no two criteria of one name, and is said to be itself", async () => {
    const courseId = await begin();
    const twice = checklistOf("Deux fois", { criteria: [1, 2].map(() => ({ id: "a", text: {} })) });
    expect(await trainer.refused("saveChecklist", asked(courseId, twice))).toBe("request.invalid");
    const { params, body } = asked(courseId, checklistOf("Autre"));
    const other = { params: { ...params, checklistId: newChecklistId() }, body };
    expect(await trainer.refused("saveChecklist", other)).toBe("not_found");
    for (let at = 0; at < CHECKLIST_LIMITS.checklists; at++)
      await putChecklist(trainer, courseId, checklistOf(`N° ${at}`));
    expect(await trainer.refused("saveChecklist", asked(courseId, checklistOf("De trop")))).toBe("draft.full"); // prettier-ignore
  });

  it("is for whoever writes its course, and nobody else", async () => {
    const courseId = await begin();
    const checklist = checklistOf("Un");
    await putChecklist(trainer, courseId, checklist);
    const params = { courseId };
    expect(await second.refused("readChecklists", { params })).toBe("not_found");
    expect(await second.refused("saveChecklist", asked(courseId, checklistOf("Deux")))).toBe("not_found"); // prettier-ignore
    const body = { ...wish(), commands: [{ do: "remove" as const, id: checklist.id }] };
    expect(await second.refused("arrangeChecklists", { params, body })).toBe("not_found");
    expect(titles(await trainer.do("readChecklists", { params }))).toEqual(["Un"]);
  });
});

describe("a course with checklists", () => {
  it("is not published while one lacks words, and says which and what", async () => {
    const courseId = await wholeCourse();
    const lacking = { task: {}, criteria: [{ id: "a", text: { ar: "تفرز" } }] };
    const { checklists } = await putChecklist(trainer, courseId, checklistOf("Presser", lacking));
    const { mark: seen, checklist } = found(checklists[0]);
    const faults = (await compose(courseId)).filter(({ blocks }) => blocks);
    expect(faults.map(({ code, checklistId }) => [code, checklistId])).toEqual([
      ["no_task", checklist.id],
      ["no_criterion", checklist.id],
    ]);
    expect(await trainer.refused("publishCourse", publish(courseId))).toBe("course.incomplete");
    const { id } = checklist;
    await putChecklist(trainer, courseId, { ...checklistOf("Presser"), id }, { seen });
    const left = await compose(courseId);
    expect(left.filter(({ blocks }) => blocks)).toEqual([]);
    expect(left.filter(({ checklistId }) => checklistId === id).map(({ code, language }) => `${code} ${language}`)).toEqual(["untranslated zgh", "untranslated en"]); // prettier-ignore
    const { test } = await trainer.do("reviewDraft", { params: { courseId }, query: {} });
    expect(test.some(({ checklistId, code }) => checklistId === id && code === "untranslated")).toBe(true); // prettier-ignore
    const { difference } = await trainer.do("readCourse", { params: { courseId } });
    expect(difference.checklistsChanged).toBe(true);
    await trainer.do("publishCourse", publish(courseId));
    expect((await live(courseId)).checklists?.map(({ title }) => title.fr)).toEqual(["Presser"]);
  });

  it("keeps them when it is composed, copied, published and made the draft again", async () => {
    const courseId = await wholeCourse();
    const checklist = checklistOf("Presser");
    await putChecklist(trainer, courseId, checklist);
    await compose(courseId);
    await trainer.do("publishCourse", publish(courseId));
    expect((await live(courseId)).checklists).toEqual([checklist]);
    const body = { ...wish(), as: newCourseId(), title: { fr: "La copie" } };
    const { id: copy } = await trainer.do("copyCourse", { params: { courseId }, body });
    const copied = await trainer.do("readChecklists", { params: { courseId: copy } });
    expect(copied.checklists.map((each) => each.checklist)).toEqual([checklist]);
    await arrange(courseId, { do: "remove", id: checklist.id });
    await compose(courseId);
    await trainer.do("publishCourse", publish(courseId));
    expect(await live(courseId)).not.toHaveProperty("checklists");
    await trainer.do("restoreVersion", { params: { courseId }, body: { ...wish(), version: 1 } });
    const { checklists } = await trainer.do("readChecklists", { params: { courseId } });
    expect(checklists.map((each) => each.checklist)).toEqual([checklist]);
  });
});
