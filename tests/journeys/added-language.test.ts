import { staff } from "@twiza/content";
import { type DraftBlock, LessonBody, Manifest } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { beginFirst, fillFirst, publishFirst } from "../house/new-trainer.ts";

let house: House;
let trainer: Visitor;
let manager: Visitor;
type Place = Awaited<ReturnType<typeof beginFirst>>;
let place: Place;
const wish = () => ({ intentId: newIntent() });
const WOLOF = { language: "wo", name: "Wolof" };

beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  manager = await house.as(staff.manager.contact);
  place = await beginFirst(trainer, "Tondre");
  await fillFirst(trainer, place);
});
afterAll(() => house.close());

const add = ({ language, name } = WOLOF) =>
  manager.do("addLanguage", { params: { language }, body: { ...wish(), name } });
const desk = (courseId: string) => trainer.do("readCourse", { params: { courseId } });
const draft = (courseId: string) => trainer.do("readDraft", { params: { courseId } });
const manifest = async (hash: string): Promise<Manifest> =>
  Manifest.parse(await (await house.anyone.fetch(`/content/${hash}`)).json());

/** The settings as they are, but for the languages. */
async function choosing(courseId: string, otherLanguages: string[]) {
  const { revision, draft: now } = await desk(courseId);
  const { title, summary, passMarkPercent, triesAllowed } = now;
  const settings = { title, summary, passMarkPercent, triesAllowed, otherLanguages };
  return { params: { courseId }, body: { ...wish(), revision, ...settings } };
}
const choose = async (courseId: string, others: string[]) =>
  trainer.do("editCourse", await choosing(courseId, others));

const text = (words: string): DraftBlock => ({
  kind: "text",
  doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] },
});
const translation = (language: string) => ({
  params: place,
  body: {
    ...{ ...wish(), language, commands: [] },
    texts: [
      { key: "title", base: 0, block: { kind: "title" as const, text: "Wat" } },
      { key: "words", base: 0, block: text("Kawar gu tooy dafay nëb gaaw.") },
    ],
  },
});
const said = async (language: string) => {
  const { words } = await trainer.do("readDraftLesson", { params: place, query: { language } });
  return Object.keys(words[0]?.texts ?? {}).sort();
};
const standing = async () => found((await draft(place.courseId)).lessons[0]).standing;

describe("a course in a language that its organisation has added", () => {
  it("is written in it once a manager has added it and its author has chosen it, and not before", async () => {
    expect(await trainer.refused("saveDraftLesson", translation("wo"))).toBe("language.unknown");
    expect(await trainer.refused("editCourse", await choosing(place.courseId, ["wo"]))).toBe(
      "language.unknown",
    );
    await add();
    expect(await trainer.refused("saveDraftLesson", translation("wo"))).toBe("language.unknown");
    await choose(place.courseId, ["wo"]);
    expect((await draft(place.courseId)).otherLanguages).toEqual([WOLOF]);
    expect((await standing())["wo"]).toEqual({ done: 0, outdated: 0, missing: 3 });
    await trainer.do("saveDraftLesson", translation("wo"));
    expect(await said("wo")).toEqual(["title", "words"]);
    expect((await standing())["wo"]).toEqual({ done: 2, outdated: 0, missing: 1 });
    expect((await standing()).fr).toEqual({ done: 3, outdated: 0, missing: 0 });
  });

  it("tells what of it is missing, and reaches its readers once it is whole, under its name", async () => {
    const { faults } = await trainer.do("composeDraft", { params: { courseId: place.courseId }, body: wish() }); // prettier-ignore
    expect(faults).toContainEqual(expect.objectContaining({ language: "wo", code: "untranslated", blocks: false })); // prettier-ignore
    const { lesson, words } = await trainer.do("readDraftLesson", { params: place, query: { language: "fr" } }); // prettier-ignore
    const asked = found(words[0]).texts["practice"];
    await trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "wo", commands: [], texts: [{ key: "practice", base: 0, block: found(asked).block }] } }); // prettier-ignore
    expect(lesson.places.map(({ key }) => key)).toEqual(["words", "practice"]);
    await publishFirst(trainer, place);
    const { course } = await house.anyone.do("readOutline", { params: { courseId: place.courseId } }); // prettier-ignore
    expect(course).toMatchObject({ languages: ["fr", "wo"], otherLanguages: [WOLOF] });
    expect(course.weight?.read["wo"]).toBeGreaterThan(0);
    const published = await manifest(course.manifest);
    const [entry] = published.modules.flatMap(({ lessons }) => lessons);
    const body: unknown = await (await house.anyone.fetch(`/content/${found(entry?.bodies["wo"]).hash}`)).json(); // prettier-ignore
    expect(LessonBody.parse(body)).toMatchObject({ language: "wo", title: "Wat" });
  });

  it("becomes outdated with its source as any other, and a version that comes back brings its words", async () => {
    await trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "fr", commands: [], texts: [{ key: "words", base: 1, block: text("Autrement.") }] } }); // prettier-ignore
    expect((await standing())["wo"]).toEqual({ done: 2, outdated: 1, missing: 0 });
    await trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "wo", commands: [], texts: [{ key: "words", base: 1, block: text("Neneen.") }] } }); // prettier-ignore
    await trainer.do("restoreVersion", { params: { courseId: place.courseId }, body: { ...wish(), version: 1 } }); // prettier-ignore
    const { words } = await trainer.do("readDraftLesson", { params: place, query: { language: "wo" } }); // prettier-ignore
    expect(JSON.stringify(words[0]?.texts["words"])).toContain("nëb");
    expect((await standing())["wo"]).toEqual({ done: 3, outdated: 0, missing: 0 });
  });

  it("that its author leaves out is not offered, and has all its words when it comes back", async () => {
    await choose(place.courseId, []);
    expect((await draft(place.courseId)).otherLanguages).toBeUndefined();
    expect((await standing())["wo"]).toBeUndefined();
    expect(await trainer.refused("saveDraftLesson", translation("wo"))).toBe("language.unknown");
    await choose(place.courseId, ["wo"]);
    expect((await standing())["wo"]).toEqual({ done: 3, outdated: 0, missing: 0 });
    expect(await said("wo")).toEqual(["practice", "title", "words"]);
  });

  it("keeps it when the organisation no longer offers it, while a new course may not have it", async () => {
    await manager.do("removeLanguage", { params: { language: "wo" } });
    await choose(place.courseId, ["wo"]);
    expect((await desk(place.courseId)).draft.otherLanguages).toEqual([WOLOF]);
    const about = { title: "Xar", begin: "lesson" as const, sourceLanguage: "wo" };
    const begin = { body: { ...wish(), courseId: newCourseId(), ...about } };
    expect(await trainer.refused("createCourse", begin)).toBe("language.unknown");
  });

  it("may be written in it first, which then cannot be left out", async () => {
    await add();
    const courseId = newCourseId();
    const about = { title: "Xar", begin: "lesson" as const, sourceLanguage: "wo" };
    await trainer.do("createCourse", { body: { ...wish(), courseId, ...about } });
    const begun = await draft(courseId);
    expect(begun).toMatchObject({ sourceLanguage: "wo", otherLanguages: [WOLOF] });
    expect(found(begun.lessons[0]).title).toEqual({ wo: "Xar" });
    const { revision, draft: now } = await desk(courseId);
    const { passMarkPercent, triesAllowed } = now;
    const body = { ...wish(), revision, title: { wo: "Xar" }, summary: { wo: "Xar" }, passMarkPercent, triesAllowed, otherLanguages: [] }; // prettier-ignore
    expect(await trainer.refused("editCourse", { params: { courseId }, body })).toBe("language.source"); // prettier-ignore
  });
});
