import { staff } from "@twiza/content";
import { LANGUAGES } from "@twiza/contract";
import type { Engine } from "@twiza/storage";
import { found } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";

let house: House;
let trainer: Visitor;
/** The transaction at which the store goes away, counted from now; none: it stays. */
let goesAt: number | undefined;
const sizes: number[] = [];
beforeAll(async () => {
  house = await openHouse({
    observe: (engine): Engine => ({
      ...engine,
      transact: (ops, options) => {
        if (goesAt !== undefined && goesAt-- <= 1) throw new Error("The store has gone away.");
        sizes.push(ops.length);
        return engine.transact(ops, options);
      },
    }),
  });
  trainer = await house.as(staff.trainer.contact);
  // It writes its place in the feed, which would be counted.
  await house.server.worker.stop();
});
afterAll(() => house.close());

it("a restoring that breaks off half-way leaves a whole draft in which no word is lost, and goes on when it is asked again", async () => {
  const { courses } = await trainer.do("listCourses", {});
  const courseId = found(courses.find(({ mayEdit }) => mayEdit)).id;
  const params = { courseId };
  const draft = () => trainer.do("readDraft", { params });
  const { lessons } = await draft();
  for (const { id: lessonId, title } of lessons)
    for (const language of LANGUAGES.filter((each) => title[each] !== undefined)) {
      const block = { kind: "title" as const, text: `Autre ${lessonId.slice(-6)}` };
      const texts = [{ key: "title", base: 1, block }];
      const body = { intentId: newIntent(), language, commands: [], texts };
      await trainer.do("saveDraftLesson", { params: { courseId, lessonId }, body });
    }
  const wrote = lessons.map(({ id }) => `Autre ${id.slice(-6)}`).toSorted();
  const names = async () =>
    (await draft()).lessons.flatMap(({ title }) => title.fr ?? []).filter((it) => wrote.includes(it)); // prettier-ignore

  const body = { intentId: newIntent(), version: 1 };
  const path = `/api/courses/${courseId}/draft/restoration`;
  const init = {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", "x-twiza": "1" },
  };
  goesAt = 2;
  sizes.length = 0;
  expect((await trainer.fetch(path, init)).status).toBe(500);
  goesAt = undefined;
  expect(sizes).toHaveLength(1);
  const half = await draft();
  expect(half.outline.bin.length).toBeGreaterThan(0);
  expect(half.outline.bin.length).toBeLessThan(lessons.length);
  expect((await names()).toSorted()).toEqual(wrote);
  for (const { id: lessonId } of half.lessons)
    await trainer.do("readDraftLesson", {
      params: { courseId, lessonId },
      query: { language: "fr" },
    });

  const { unpublishedChanges } = await trainer.do("restoreVersion", { params, body });
  expect(unpublishedChanges).toBe(false);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(65);
  const { outline } = await draft();
  expect(outline.bin).toHaveLength(lessons.length);
  expect((await names()).toSorted()).toEqual(wrote);
  await trainer.do("composeDraft", { params, body: { intentId: newIntent() } });
  const desk = await trainer.do("readCourse", { params });
  expect(desk).toMatchObject({ unpublishedChanges: false });
});
