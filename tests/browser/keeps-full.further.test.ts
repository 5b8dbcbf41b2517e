/// <reference lib="dom" />
import { CourseId } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findLandmarks } from "../house/landmarks.ts";
import { largeCohort, newcomer } from "../house/offline.ts";
import { openSuite } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { waitingOn } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

/** From here on the browser has no room for anything more, until what is answered is called. */
async function fillUp(page: Page): Promise<() => Promise<void>> {
  const before = await page.evaluateHandle(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put") ?? {};
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    return own;
  });
  return () =>
    page.evaluate(
      (own) => void Object.defineProperty(IDBObjectStore.prototype, "put", own),
      before,
    );
}

/** Somebody in the course, and of how many lessons the server knows that she has finished them. */
async function enrolled() {
  const { course, lessons } = await theCourse(suite.house);
  const group = await largeCohort(suite.house, await findLandmarks(suite.house));
  const { contact } = await newcomer(suite.house, group.id);
  const visitor = await suite.house.as(contact);
  const params = { courseId: CourseId.parse(course.courseId) };
  const finished = async (): Promise<number> => {
    const { progress } = await visitor.do("readEnrolment", { params });
    return Object.values(progress.lessons).filter(({ done }) => done).length;
  };
  return { lessons, hers: { contact, finished } };
}

test.each<Language>(["ar", "fr"])(
  "in the middle of a lesson a full phone says so in %s, with the way on; nothing that was done is lost, and nothing shown as done that is not kept",
  async (language) => {
    const words = wordsOf(language);
    const { lessons, hers } = await enrolled();
    const page = await suite.pageOf(await suite.phone(language, { through: front }), hers.contact);
    await page.goto(lessons[0] ?? "");
    await isWhole(page, language);
    await walk.readThrough({ page, language });
    suite.expects({ status: 0, path: /^\/api\// });
    await page.context().setOffline(true);
    await walk.practise({ page, language });
    const before = await waitingOn(page);
    expect(before).toBeGreaterThan(0);

    const makeRoom = await fillUp(page);
    await button(page, words["lesson.finish"]()).tap();
    // The amounts vary: what stands around them does not.
    const [start = "", , end = ""] = words["offline.full"]({ needed: 0, free: 0 }).split(/\d+/);
    const said = page.locator(".strip").getByText(end.trim());
    await said.waitFor();
    expect(await said.innerText()).toContain(start.trim());
    expect(await said.locator(".icon").count(), "its sign stands with it").toBe(1);
    expect(await page.getByText(words["lesson.done"](), { exact: true }).count()).toBe(0);
    expect(await waitingOn(page)).toBe(before);

    await makeRoom();
    await walk.finishLesson({ page, language });
    await said.waitFor({ state: "hidden" });
    // That it is finished has taken the place of how far she had come.
    expect(await waitingOn(page)).toBe(before);
    await page.context().setOffline(false);
    await expect.poll(() => waitingOn(page)).toBe(0);
    expect(await hers.finished()).toBe(1);
  },
);
