import { staff } from "@twiza/content";
import { LANGUAGES, type Manifest } from "@twiza/contract";
import { found, readManifest } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let admin: Visitor;
let trainer: Visitor;
let second: Visitor;
/** A course of the trainer's own. */
let hers: string;
/** Somebody who runs a cooperative under the institution. */
let below: Visitor;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as(staff.administrator.contact);
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
  hers = found((await trainer.do("listCourses", {})).courses.find(({ mayEdit }) => mayEdit)).id;
  const body = { ...wish(), name: { fr: "Tamounte" }, kind: "cooperative" as const };
  const { id: organisationId } = await admin.do("createOrganisation", { body });
  below = await house.as(staff.administrator.contact);
  await below.do("chooseOrganisation", { body: { organisationId } });
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const copyOf = (courseId: string, over: object = {}) => ({
  params: { courseId },
  body: { ...wish(), as: newCourseId(), title: { fr: "Le nôtre" }, ...over },
});
const manifestOf = async (courseId: string) => {
  const { courses } = house.server.deps.store;
  const kept = await courses.outline(courseId as never);
  return readManifest(house.server.deps, found(kept).entry.value.content.manifest);
};
const draftOf = (who: Visitor, courseId: string) => who.do("readCourse", { params: { courseId } });
const withoutName = ({ courseId: _id, title: _title, ...rest }: Manifest) => rest;

describe("a published course of the organisation", () => {
  it("becomes a course of one's own, with all lessons in all languages, voices and test, and can be published", async () => {
    const original = await manifestOf(hers);
    const { id, version } = await trainer.do("copyCourse", copyOf(hers));
    expect(version).toBeUndefined();
    const { draft, owners } = await draftOf(trainer, id);
    expect(draft.title).toEqual({ ...original.title, fr: "Le nôtre" });
    expect(withoutName(draft)).toEqual(withoutName(original));
    expect(owners.map(({ name }) => name)).toEqual([staff.trainer.name]);
    const params = { courseId: id };
    const { faults } = await trainer.do("composeDraft", { params, body: wish() });
    expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
    await trainer.do("publishCourse", { params, body: { ...wish(), note: "À nous." } });
    const live = await manifestOf(id);
    expect(withoutName(live)).toEqual(withoutName(original));
  });

  it("is written on without the original noticing", async () => {
    const { id: courseId } = await trainer.do("copyCourse", copyOf(hers));
    const [line] = (await trainer.do("readDraft", { params: { courseId } })).lessons;
    const lessonId = found(line).id;
    const texts = [{ key: "title", base: 1, block: { kind: "title" as const, text: "Autrement" } }];
    const body = { ...wish(), language: "fr" as const, commands: [], texts };
    await trainer.do("saveDraftLesson", { params: { courseId, lessonId }, body });
    for (const language of LANGUAGES) {
      const query = { language };
      const [copy, original] = await Promise.all(
        [courseId, hers].map((each) =>
          trainer.do("readDraftLesson", { params: { courseId: each, lessonId }, query }),
        ),
      );
      if (language === "fr") expect(copy?.lesson.title.fr).toBe("Autrement");
      expect(original?.lesson.title.fr).not.toBe("Autrement");
      expect(Object.keys(copy?.words[0]?.texts ?? {})).toEqual(
        Object.keys(original?.words[0]?.texts ?? {}),
      );
    }
  });

  it("leaves its test where it is when it is not hers, and publishing says so", async () => {
    const { id: courseId } = await second.do("copyCourse", copyOf(hers));
    expect((await draftOf(second, courseId)).draft.quiz).toEqual({ title: {}, itemCount: 0 });
    const { faults } = await second.do("composeDraft", { params: { courseId }, body: wish() });
    expect(faults.filter(({ blocks }) => blocks).map(({ code }) => code)).toEqual(["no_quiz"]);
  });

  it("that nobody has published yet is not copied", async () => {
    const body = { ...wish(), courseId: newCourseId(), title: "Neuf", sourceLanguage: "fr", begin: "course" } as const; // prettier-ignore
    const { id } = await trainer.do("createCourse", { body });
    expect(await trainer.refused("copyCourse", copyOf(id))).toBe("course.not_published");
  });

  it("is copied once, however often it is sent, and under no name that is taken", async () => {
    const asked = copyOf(hers);
    const first = await trainer.do("copyCourse", asked);
    const after = await countWritten(house);
    expect(await trainer.do("copyCourse", asked)).toEqual(first);
    expect(await trainer.refused("copyCourse", copyOf(hers, { as: hers }))).toBe("not_found");
    expect(await countWritten(house)).toEqual(after);
  });
});

describe("a course of an organisation above", () => {
  it("is offered to those below, who take it apart without its test", async () => {
    const { courses } = await below.do("listSamples", {});
    expect(courses.map(({ id }) => id)).toContain(hers);
    expect(courses[0]?.languages).toContain("fr");
    const { id } = await below.do("copyCourse", copyOf(hers));
    const { draft } = await draftOf(below, id);
    const { quiz: _quiz, ...original } = withoutName(await manifestOf(hers));
    expect(draft).toMatchObject({ ...original, quiz: { title: {}, itemCount: 0 } });
  });

  it("is offered to nobody above or beside, and refused as if it did not exist", async () => {
    expect((await trainer.do("listSamples", {})).courses).toEqual([]);
    const { id } = await below.do("copyCourse", copyOf(hers));
    expect(await trainer.refused("copyCourse", copyOf(id))).toBe("not_found");
    expect(await trainer.refused("copyCourse", copyOf(newCourseId()))).toBe("not_found");
  });
});
