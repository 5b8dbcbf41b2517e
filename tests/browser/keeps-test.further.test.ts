/// <reference lib="dom" />
import { CourseId } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findLandmarks } from "../house/landmarks.ts";
import { largeCohort, newcomer } from "../house/offline.ts";
import { openSuite } from "./browser.ts";
import { theCourse } from "./courses.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** Somebody new before the test of her course, and what the server has of her sittings. */
async function atTheTest(language: Language, before?: () => void) {
  const words = wordsOf(language);
  const { course, path } = await theCourse(suite.house);
  const courseId = CourseId.parse(course.courseId);
  const group = await largeCohort(suite.house, await findLandmarks(suite.house));
  const { contact } = await newcomer(suite.house, group.id);
  const page = await suite.pageOf(await suite.phone(language), contact);
  if (before) await page.addInitScript(before);
  await page.goto(`${path}/quiz`);
  await button(page, words["quiz.start"]()).waitFor();
  const visitor = await suite.house.as(contact);
  const attempts = async () =>
    (await visitor.do("listAttempts", { params: { courseId } })).attempts;
  const key = await walk.answerKey(suite.house, courseId);
  const warned = page.getByRole("alert").getByText(words["quiz.unkept"]());
  return { page, language, words, path, attempts, key, warned };
}
type At = Awaited<ReturnType<typeof atTheTest>>;

/** Leaves no room for one letter more. */
const fillUp = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (let size = 2 ** 22, at = 0; size >= 1; at += 1)
      try {
        localStorage.setItem(`photo.${at}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
  });
/** Private windows that are not to keep anything. */
const forbid = (): void =>
  void Object.defineProperty(globalThis, "localStorage", {
    get: () => {
      throw new DOMException("no", "SecurityError");
    },
  });

/** Answers the rest and hands in without network, which then comes back: the result is there, and the server has it once. */
async function handIn(at: At): Promise<void> {
  const { page, words, key } = at;
  const done = Number(await page.locator("main progress").getAttribute("value")) - 1;
  suite.expects({ status: 0, path: /^\/api\// });
  await page.context().setOffline(true);
  for (let item = done; item < key.asked; item += 1) await walk.answerItem(at, key);
  await button(page, words["quiz.submit"]()).tap();
  await page.getByRole("heading", { name: words["quiz.handed"](), exact: true }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
  expect(await at.attempts()).toMatchObject([{ state: "handed_in", percent: 100, held: [] }]);
}

test("a test on a phone that fills up says that it is not kept, is not closed by chance, and counts once it is handed in", async () => {
  const at = await atTheTest("fr");
  const { page, words, key, warned } = at;
  await page.getByText(words["quiz.counts"](), { exact: true }).waitFor();
  await button(page, words["quiz.start"]()).tap();
  await page.locator("main progress").waitFor();
  await walk.answerItem(at, key);
  expect(await warned.count()).toBe(0);
  await fillUp(page);
  await walk.answerItem(at, key);
  await warned.waitFor();

  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => setTimeout(() => location.reload()));
  expect((await asked).type()).toBe("beforeunload");
  await (await asked).dismiss();
  await page.locator('nav a[href="/wallet"]').tap();
  const sheet = page.getByRole("dialog", { name: words["quiz.leave"](), exact: true });
  await sheet.getByText(words["quiz.unkept"]()).waitFor();
  expect(await sheet.getByText(words["quiz.leave.text"]()).count()).toBe(0);
  await button(page, words["quiz.leave.stay"]()).tap();
  await handIn(at);
});

test("where nothing may be kept she is told before she begins, of a test that she takes along too, and her result counts", async () => {
  const at = await atTheTest("ar", forbid);
  const { page, words, warned } = at;
  await warned.waitFor();
  expect(await page.getByText(words["quiz.counts"]()).count()).toBe(0);
  await button(page, words["quiz.take"]()).tap();
  await button(page, words["quiz.take"]()).waitFor({ state: "hidden" });
  await warned.waitFor();
  expect(await page.locator(".taken").count()).toBe(0);
  await button(page, words["quiz.start"]()).tap();
  await page.locator("main progress").waitFor();
  await warned.waitFor();
  await handIn(at);
});

test("once there is room again the test is kept, and no warning is left", async () => {
  const at = await atTheTest("fr");
  const { page, words, key, warned } = at;
  await button(page, words["quiz.start"]()).tap();
  await page.locator("main progress").waitFor();
  await fillUp(page);
  await walk.answerItem(at, key);
  await warned.waitFor();
  await page.evaluate(() => {
    for (const name of Object.keys(localStorage))
      if (name.startsWith("photo.")) localStorage.removeItem(name);
  });
  await walk.answerItem(at, key);
  await warned.waitFor({ state: "detached" });
  await page.reload();
  await button(page, words["quiz.continue"]()).tap();
  expect(await page.locator("main progress").getAttribute("value")).toBe("3");
});
