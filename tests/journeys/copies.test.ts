import { staff } from "@twiza/content";
import { type Draft, type DraftBlock, type Language, LANGUAGES } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId, newLessonId, newModuleId } from "../house/new-ids.ts";
import { addLanguage, WOLOF, writeIn } from "../house/other-language.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let admin: Visitor;
/** Two courses of the trainer's own, written in French first. */
let one: string;
let two: string;
/** One of another trainer. */
let foreign: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  admin = await house.as(staff.administrator.contact);
  const { courses } = await trainer.do("listCourses", {});
  const mine = courses.filter(({ mayEdit }) => mayEdit).map(({ id }) => id);
  [one = "", two = ""] = mine;
  foreign = found(courses.find(({ mayEdit }) => !mayEdit)).id;
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const read = (courseId: string) => trainer.do("readDraft", { params: { courseId } });
const arrange = (courseId: string, ...commands: object[]) =>
  trainer.do("arrangeDraft", { params: { courseId }, body: { ...wish(), commands: commands as never } }); // prettier-ignore
const firstModule = ({ outline }: Draft) => found(outline.modules[0]);
const moduleIn = ({ outline }: Draft, id: string) => outline.modules.find((it) => it.id === id);
const copiesOf = (lessonIds: readonly string[]) => lessonIds.map((id) => ({ id, as: newLessonId() })); // prettier-ignore
const begin = async (sourceLanguage: Language = "fr") =>
  (await trainer.do("createCourse", { body: { ...wish(), courseId: newCourseId(), title: "Tondre", sourceLanguage, begin: "empty" } })).id; // prettier-ignore
type Copying = { from?: string; to: { moduleId: string; like?: string }; lessons: { id: string; as: string }[] }; // prettier-ignore
const copyInto = (courseId: string, { from = one, ...rest }: Copying, who = trainer) =>
  who.do("copyIntoDraft", { params: { courseId }, body: { ...wish(), from, ...rest } });

/** All that is said in a lesson, without the names of the lesson itself. */
async function wordsOf(courseId: string, lessonId: string) {
  const all: Partial<Record<Language, unknown>> = {};
  for (const language of LANGUAGES) {
    const { words } = await trainer.do("readDraftLesson", { params: { courseId, lessonId }, query: { language } }); // prettier-ignore
    const texts = Object.entries(words[0]?.texts ?? {}).map(([key, { block }]) => [key, block]);
    all[language] = Object.fromEntries(texts);
  }
  return all;
}
const factsOf = async (courseId: string, lessonId: string) => {
  const { lesson } = await trainer.do("readDraftLesson", { params: { courseId, lessonId }, query: { language: "fr" } }); // prettier-ignore
  const { title, minutes, places } = lesson;
  return { title, minutes, places: places.map(({ key, kind }) => [key, kind]) };
};
async function isSameLesson([courseA, a]: string[], [courseB, b]: string[]): Promise<void> {
  expect(await wordsOf(courseB ?? "", b ?? "")).toEqual(await wordsOf(courseA ?? "", a ?? ""));
  expect(await factsOf(courseB ?? "", b ?? "")).toEqual(await factsOf(courseA ?? "", a ?? ""));
}
const title = (text: string): DraftBlock => ({ kind: "title", text });
const retitle = (courseId: string, lessonId: string, base: number, text: string) =>
  trainer.do("saveDraftLesson", { params: { courseId, lessonId }, body: { ...wish(), language: "fr", commands: [], texts: [{ key: "title", base, block: title(text) }] } }); // prettier-ignore

describe("a module made twice", () => {
  it("says the same in every language, beside the first and apart from it", async () => {
    const module = firstModule(await read(one));
    const [first = ""] = module.lessonIds;
    await retitle(one, first, 1, "Peser d’abord");
    const as = newModuleId();
    const lessons = copiesOf(module.lessonIds);
    const draft = await arrange(one, { do: "duplicateModule", id: module.id, as, lessons });
    expect(draft.outline.modules.map(({ id }) => id).slice(0, 2)).toEqual([module.id, as]);
    expect(moduleIn(draft, as)).toMatchObject({ title: module.title, lessonIds: lessons.map((it) => it.as) }); // prettier-ignore
    for (const { id, as: copy } of lessons) await isSameLesson([one, id], [one, copy]);
    await retitle(one, lessons[0]?.as ?? "", 2, "Autrement");
    expect((await factsOf(one, first)).title.fr).toBe("Peser d’abord");
    const away = await arrange(one, { do: "removeModule", id: as });
    expect(moduleIn(away, as)).toBeUndefined();
    expect(moduleIn(await arrange(one, { do: "restoreModule", id: as }), as)).toBeDefined();
  });

  it("takes as many requests as it needs, each of which may come twice", async () => {
    const courseId = await begin();
    const id = newModuleId();
    const added = Array.from({ length: 8 }, () => newLessonId());
    await arrange(courseId, { do: "addModule", id }, ...added.map((lesson, at) => ({ do: "addLesson", id: lesson, moduleId: id, after: added[at - 1], title: { fr: `${at}` }, template: "lesson" }))); // prettier-ignore
    const as = newModuleId();
    const copies = copiesOf(added);
    const body = (lessons: typeof copies) => ({ ...wish(), commands: [{ do: "duplicateModule" as const, id, as, lessons }] }); // prettier-ignore
    const params = { courseId };
    expect(await trainer.refused("arrangeDraft", { params, body: body(copies) })).toBe(
      "request.invalid",
    );
    const [a, b] = [body(copies.slice(0, 6)), body(copies.slice(6))];
    for (const each of [a, a, b, b]) await trainer.do("arrangeDraft", { params, body: each });
    const draft = await read(courseId);
    expect(moduleIn(draft, as)?.lessonIds).toEqual(copies.map((it) => it.as));
    const names = Array.from(added.keys(), String);
    expect(draft.lessons.map(({ title: named }) => named.fr)).toEqual([...names, ...names]);
  });
});

describe("lessons of another course", () => {
  it("come with their words in every language, pictures and practice questions, into a module of the same name", async () => {
    const module = firstModule(await read(two));
    const lessons = copiesOf(module.lessonIds);
    const moduleId = newModuleId();
    const draft = await copyInto(one, { from: two, to: { moduleId, like: module.id }, lessons });
    expect(moduleIn(draft, moduleId)).toMatchObject({ title: module.title, lessonIds: lessons.map((it) => it.as) }); // prettier-ignore
    for (const { id, as } of lessons) await isSameLesson([two, id], [one, as]);
    expect(firstModule(await read(two))).toEqual(module);
    const { faults } = await trainer.do("composeDraft", {
      params: { courseId: one },
      body: wish(),
    });
    expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it("come into a course that is written in another language first, whose translations stay translations", async () => {
    const courseId = await begin("ar");
    const { lessonIds, id: like } = firstModule(await read(two));
    const [id = ""] = lessonIds;
    const as = newLessonId();
    const draft = await copyInto(courseId, { from: two, to: { moduleId: newModuleId(), like }, lessons: [{ id, as }] }); // prettier-ignore
    await isSameLesson([two, id], [courseId, as]);
    const before = found((await read(two)).lessons.find((it) => it.id === id));
    const after = found(draft.lessons.find((it) => it.id === as));
    expect(after.standing).toEqual(before.standing);
    const place = { courseId, lessonId: as };
    await trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "ar", commands: [], texts: [{ key: "title", base: 1, block: title("الوزن") }] } }); // prettier-ignore
    const outdated = found((await read(courseId)).lessons.find((it) => it.id === as));
    expect(outdated.standing.fr?.outdated).toBe(1);
  });

  it("come once, however often it is asked", async () => {
    const [id = ""] = firstModule(await read(two)).lessonIds;
    const { id: moduleId } = firstModule(await read(one));
    const params = { courseId: one };
    const body = { ...wish(), from: two, to: { moduleId }, lessons: [{ id, as: newLessonId() }] };
    const first = await trainer.do("copyIntoDraft", { params, body });
    const after = await countWritten(house);
    expect(await trainer.do("copyIntoDraft", { params, body })).toEqual(first);
    await trainer.do("copyIntoDraft", { params, body: { ...body, ...wish() } });
    const { courses: __, people, ...rest } = await countWritten(house);
    expect(rest).toEqual((({ courses: _, people: ___, ...others }) => others)(after));
    // Nothing but the second intent.
    expect(people).toBe((after["people"] ?? 0) + 1);
  });

  it("come from any course that she may read, and into none that is not hers", async () => {
    const { id: moduleId } = firstModule(await read(one));
    const theirs = firstModule(await read(foreign));
    const lessons = copiesOf(theirs.lessonIds.slice(0, 1));
    await copyInto(one, { from: foreign, to: { moduleId }, lessons });
    const into = { params: { courseId: foreign }, body: { ...wish(), from: one, to: { moduleId: theirs.id }, lessons } }; // prettier-ignore
    const before = await countWritten(house);
    expect(await trainer.refused("copyIntoDraft", into)).toBe("not_found");
    const missing = { params: { courseId: one }, body: { ...wish(), from: newCourseId(), to: { moduleId }, lessons } }; // prettier-ignore
    expect(await admin.refused("copyIntoDraft", missing)).toBe("not_found");
    expect(await countWritten(house)).toEqual(before);
  });
});

describe("words in a language that a manager has added", () => {
  const inWolof = async (courseId: string, lessonId: string) => {
    const { words } = await trainer.do("readDraftLesson", { params: { courseId, lessonId }, query: { language: "wo" } }); // prettier-ignore
    return Object.fromEntries(Object.entries(words[0]?.texts ?? {}).map(([key, { block }]) => [key, block])); // prettier-ignore
  };
  const standingOf = async (courseId: string, lessonId: string) =>
    found((await read(courseId)).lessons.find(({ id }) => id === lessonId)).standing["wo"];
  const write = (courseId: string, lessonId: string, texts: Record<string, DraftBlock>) =>
    trainer.do("saveDraftLesson", { params: { courseId, lessonId }, body: { ...wish(), language: "wo", commands: [], texts: Object.entries(texts).map(([key, block]) => ({ key, base: 0, block })) } }); // prettier-ignore
  const text = (words: string): DraftBlock => ({
    kind: "text",
    doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] }, // prettier-ignore
  });
  beforeAll(() => addLanguage(house, WOLOF));

  it("go along with a lesson, unseen in a course that is not written in it until it is chosen there, and with a course", async () => {
    await writeIn(trainer, one, ["wo"]);
    const { id: like, lessonIds } = firstModule(await read(one));
    const [id = ""] = lessonIds;
    await write(one, id, { title: title("Xorom") });
    const said = await inWolof(one, id);
    expect(said).toEqual({ title: title("Xorom") });

    const courseId = await begin();
    const as = newLessonId();
    await copyInto(courseId, { to: { moduleId: newModuleId(), like }, lessons: [{ id, as }] });
    expect(await standingOf(courseId, as)).toBeUndefined();
    const body = { ...wish(), language: "wo", commands: [], texts: [] };
    expect(await trainer.refused("saveDraftLesson", { params: { courseId, lessonId: as }, body })).toBe("language.unknown"); // prettier-ignore
    await writeIn(trainer, courseId, ["wo"]);
    expect(await standingOf(courseId, as)).toEqual(await standingOf(one, id));
    expect(await inWolof(courseId, as)).toEqual(said);

    await trainer.do("composeDraft", { params: { courseId: one }, body: wish() });
    await admin.do("publishCourse", { params: { courseId: one }, body: { ...wish(), note: "…" } });
    const copy = newCourseId();
    await trainer.do("copyCourse", { params: { courseId: one }, body: { ...wish(), as: copy, title: { fr: "Le mien" } } }); // prettier-ignore
    expect((await read(copy)).otherLanguages).toEqual([WOLOF]);
    expect((await inWolof(copy, id))["title"]).toEqual(title("Xorom"));
  });

  it("go along from a course that is first written in it, of a lesson without a name too", async () => {
    const from = newCourseId();
    await trainer.do("createCourse", { body: { ...wish(), courseId: from, title: "Xorom", sourceLanguage: "wo", begin: "course" } }); // prettier-ignore
    const { id: like, lessonIds } = firstModule(await read(from));
    const [id = ""] = lessonIds;
    const params = { courseId: from, lessonId: id };
    const { lesson } = await trainer.do("readDraftLesson", { params, query: { language: "wo" } });
    expect(lesson.title).toEqual({});
    const { key } = found(lesson.places.find(({ kind }) => kind === "text"));
    await write(from, id, { [key]: text("Natt xorom") });
    const courseId = await begin();
    const as = newLessonId();
    await copyInto(courseId, { from, to: { moduleId: newModuleId(), like }, lessons: [{ id, as }] }); // prettier-ignore
    await writeIn(trainer, courseId, ["wo"]);
    expect(await inWolof(courseId, as)).toEqual({ [key]: text("Natt xorom") });
    expect((await standingOf(courseId, as))?.missing).toBe((await standingOf(from, id))?.missing);
  });
});
