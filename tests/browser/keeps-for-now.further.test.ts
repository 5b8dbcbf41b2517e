/// <reference lib="dom" />
import { CourseId } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findLandmarks } from "../house/landmarks.ts";
import { largeCohort, newcomer } from "../house/offline.ts";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** Browsers without a database: some refuse it in a private window, some know of none there. */
const KEEPS_NOTHING = {
  "refuses a database": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "SecurityError");
    };
  },
  "has no database": () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }),
};
const HOWS = ["refuses a database", "has no database"] as const;

/** Somebody enrolled, on a phone that keeps nothing, and how many lessons the server says she has finished. */
async function onSuchAPhone(language: Language, how: (typeof HOWS)[number]) {
  const { course, lessons, path } = await theCourse(suite.house);
  const group = await largeCohort(suite.house, await findLandmarks(suite.house));
  const { contact } = await newcomer(suite.house, group.id);
  const page = await suite.pageOf(await suite.phone(language), contact);
  await page.addInitScript(KEEPS_NOTHING[how]);
  const visitor = await suite.house.as(contact);
  const params = { courseId: CourseId.parse(course.courseId) };
  const finished = async (): Promise<readonly string[]> => {
    const { progress } = await visitor.do("readEnrolment", { params });
    return Object.entries(progress.lessons).flatMap(([id, { done }]) => (done ? [id] : []));
  };
  const words = wordsOf(language);
  return { page, language, words, path, lesson: lessons[0] ?? "", finished };
}

const strip = (page: Page) => page.locator(".strip");

test.each(HOWS.map((how, at) => [how, at === 0 ? "ar" : "fr"] as const))(
  "where the browser %s she is told on each page what becomes of what she does, and how it is kept; with network the server has it",
  async (how, language) => {
    const { page, words, path, lesson, finished } = await onSuchAPhone(language, how);
    const told = strip(page).getByText(words["offline.unkept"]());
    for (const address of ["/courses", `${path}/quiz`, lesson]) {
      await page.goto(address);
      await settled(page);
      await told.waitFor();
      await strip(page).getByText(words["offline.unkept.send"]()).waitFor();
    }

    suite.expects({ status: 0, path: /^\/api\// });
    await page.context().setOffline(true);
    await strip(page).getByText(words["error.offline"](), { exact: true }).waitFor();
    expect(await strip(page).getByText(words["offline.title"]()).count()).toBe(0);
    await walk.readThrough({ page, language });
    await walk.finishLesson({ page, language });
    expect(await finished()).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(finished).toEqual([lesson.split("/").at(-1)]);
    await button(strip(page), words["offline.send"]()).waitFor({ state: "hidden" });
    // Nothing is in danger any more; what she does next would be.
    await told.waitFor();
  },
);

test("whoever reads without an account is told the same, and not that the network would send it", async () => {
  const { page, words, lesson } = await onSuchAPhone("fr", "refuses a database");
  await page.context().clearCookies();
  await page.goto(lesson);
  await strip(page).getByText(words["offline.unkept"]()).waitFor();
  expect(await strip(page).getByText(words["offline.unkept.send"]()).count()).toBe(0);
});

test("a browser that keeps things says nothing of all this", async () => {
  const { lessons } = await theCourse(suite.house);
  const page = await (await suite.phone("fr")).newPage();
  await page.goto(lessons[0] ?? "");
  await walk.readThrough({ page, language: "fr" });
  await walk.finishLesson({ page, language: "fr" });
  expect(await strip(page).count()).toBe(0);
});
