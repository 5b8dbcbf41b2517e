import { staff } from "@twiza/content";
import { LANGUAGES } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { beginFirst, fillFirst, publishFirst } from "../house/new-trainer.ts";
import { newCourseId, newLessonId, newModuleId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let admin: Visitor;
let trainer: Visitor;
let second: Visitor;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as(staff.administrator.contact);
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const wishFor = (over: object = {}) => ({
  body: { ...wish(), courseId: newCourseId(), title: "Tondre", sourceLanguage: "fr" as const, begin: "course" as const, ...over }, // prettier-ignore
});
const create = (who: Visitor, over: object = {}) => who.do("createCourse", wishFor(over));
const draftOf = (who: Visitor, courseId: string) => who.do("readDraft", { params: { courseId } });
const codesOf = async (who: Visitor, courseId: string) => {
  const { faults } = await who.do("composeDraft", { params: { courseId }, body: wish() });
  return [...new Set(faults.map(({ code }) => code))];
};

describe("a trainer begins a course", () => {
  it("with a module of two lessons to fill in, and it is hers", async () => {
    const { id: courseId, title } = await create(trainer);
    expect(title).toEqual({ fr: "Tondre" });
    const desk = await trainer.do("readCourse", { params: { courseId } });
    expect(desk).toMatchObject({ mayEdit: true, mayPublish: true, mayOwn: true, versions: [] });
    expect(desk.owners.map(({ name }) => name)).toEqual([staff.trainer.name]);
    const { outline, lessons, sourceLanguage } = await draftOf(trainer, courseId);
    expect(sourceLanguage).toBe("fr");
    expect(outline.modules.map(({ lessonIds }) => lessonIds)).toEqual([lessons.map(({ id }) => id)]); // prettier-ignore
    expect(lessons.map(({ blockCount }) => blockCount)).toEqual([6, 6]);
    const mine = (await trainer.do("listCourses", {})).courses.find(({ id }) => id === courseId);
    expect(mine).toMatchObject({ mayEdit: true, unpublishedChanges: true });
    const theirs = (await second.do("listCourses", {})).courses.find(({ id }) => id === courseId);
    expect(theirs).toMatchObject({ mayEdit: false });
  });

  it("with nothing, adds a module and a lesson, and saves what she writes and her settings", async () => {
    const { id: courseId } = await create(trainer, { begin: "empty", sourceLanguage: "ar" });
    expect((await draftOf(trainer, courseId)).outline.modules).toEqual([]);
    const moduleId = newModuleId();
    const lessonId = newLessonId();
    const commands = [
      { do: "addModule", id: moduleId },
      { do: "addLesson", id: lessonId, moduleId, title: { ar: "الجز" }, template: "empty" },
    ];
    await trainer.do("arrangeDraft", { params: { courseId }, body: { ...wish(), commands: commands as never } }); // prettier-ignore
    const place = { courseId, lessonId };
    const { lesson } = await trainer.do("readDraftLesson", { params: place, query: { language: "ar" } }); // prettier-ignore
    expect(lesson.title).toEqual({ ar: "الجز" });
    const { revision } = await trainer.do("readCourse", { params: { courseId } });
    await trainer.do("editCourse", { params: { courseId }, body: { ...wish(), revision, title: { ar: "الجز" }, summary: { ar: "كل شيء" }, passMarkPercent: 60, triesAllowed: 2 } }); // prettier-ignore
    expect((await trainer.do("readCourse", { params: { courseId } })).draft).toMatchObject({
      summary: { ar: "كل شيء" },
      passMarkPercent: 60,
    });
    expect(await codesOf(trainer, courseId)).toEqual(["no_quiz", "no_title", "no_block"]);
  });

  it("with one short lesson that is called as the course is, and publishes it once it is filled in and has a test", async () => {
    const place = await beginFirst(second, "Tondre");
    const { courseId } = place;
    const { outline, lessons } = await draftOf(second, courseId);
    expect(outline.modules.map(({ title }) => title)).toEqual([{ fr: "Tondre" }]);
    expect(lessons.map(({ title, blockCount }) => [title, blockCount])).toEqual([[{ fr: "Tondre" }, 3]]); // prettier-ignore
    expect(await codesOf(second, courseId)).toEqual(["no_quiz", "empty"]);
    await fillFirst(second, place);
    expect(await codesOf(second, courseId)).toEqual([]);
    expect((await publishFirst(second, place)).version).toBe(1);
    const { draft } = await second.do("readCourse", { params: { courseId } });
    expect(draft.summary).toEqual({ fr: "Tondre sans blesser." });
    // Nobody has named the test.
    expect(draft.quiz).toEqual({ title: { fr: "Tondre" }, itemCount: 1 });
  });

  it("and is told what publishing lacks, not refused when she begins", async () => {
    const { id: courseId } = await create(trainer);
    expect(await codesOf(trainer, courseId)).toEqual(["no_summary", "no_quiz", "no_title", "empty"]); // prettier-ignore
    const body = { ...wish(), note: "Première." };
    expect(await trainer.refused("publishCourse", { params: { courseId }, body })).toBe(
      "course.incomplete",
    );
  });

  it("once, however often it is sent, and it stands in the audit trail", async () => {
    const asked = wishFor({ title: "Carder" });
    const first = await trainer.do("createCourse", asked);
    const after = await countWritten(house);
    expect(await trainer.do("createCourse", asked)).toEqual(first);
    expect(await countWritten(house)).toEqual(after);
    const { entries } = await admin.do("listAudit", { query: { action: "course.created" } });
    expect(entries.find(({ subjectId }) => subjectId === first.id)).toMatchObject({
      subjectName: "Carder",
      actorName: staff.trainer.name,
    });
  });

  it("in any of our languages", async () => {
    for (const sourceLanguage of LANGUAGES) {
      const { id } = await create(trainer, { sourceLanguage, title: "ⵜⴰⴹⵓⵜ" });
      expect((await draftOf(trainer, id)).sourceLanguage).toBe(sourceLanguage);
    }
  });
});

describe("an id that is another course's", () => {
  it("is refused alike whosever it is, and nothing of that course changes", async () => {
    const [sample] = (await house.anyone.do("listCatalogue", { query: {} })).courses;
    const { id: unpublished } = await create(second);
    const before = await countWritten(house);
    for (const courseId of [found(sample).courseId, unpublished])
      for (const who of [trainer, second, admin])
        expect(await who.refused("createCourse", wishFor({ courseId }))).toBe("not_found");
    expect(await countWritten(house)).toEqual(before);
  });

  it("goes to one of two who take it at the same moment", async () => {
    const courseId = newCourseId();
    const both = await Promise.allSettled([create(trainer, { courseId }), create(second, { courseId })]); // prettier-ignore
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

it("graded items come to a draft, are read with their keys by who writes it alone, and need a right answer", async () => {
  const { id: courseId } = await create(trainer, { begin: "empty" });
  const params = { courseId };
  const [other] = (await trainer.do("listCourses", {})).courses.filter(
    ({ mayEdit, version }) => mayEdit && version !== undefined,
  );
  const { items } = await trainer.do("readItems", { params: { courseId: found(other).id } });
  const body = { ...wish(), title: { fr: "Test" }, items: items.slice(0, 3) };
  expect(await trainer.do("bringItems", { params, body })).toEqual({ title: { fr: "Test" }, itemCount: 3 }); // prettier-ignore
  await trainer.do("bringItems", {
    params,
    body: { ...body, ...wish(), items: items.slice(1, 4) },
  });
  expect(await trainer.do("readItems", { params })).toEqual({ title: { fr: "Test" }, items: items.slice(0, 4) }); // prettier-ignore
  expect(await codesOf(trainer, courseId)).not.toContain("no_quiz");
  const wrong = found(items[0]);
  const none = { ...wrong, options: wrong.options.map((option) => ({ ...option, right: false })) };
  const { number: _, ...bare } = none;
  const refused = { params, body: { ...wish(), items: [bare] } };
  expect(await trainer.refused("bringItems", refused)).toBe("request.invalid");
  expect(await second.refused("readItems", { params })).toBe("not_found");
  expect(await second.refused("bringItems", { params, body: { ...body, ...wish() } })).toBe("not_found"); // prettier-ignore
});
