import { learners } from "@twiza/content";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { comeIn, openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { waitingOn } from "./database.ts";
import * as walk from "./walk.ts";

const suite = openSuite();
const language = "fr";

/** All that pages of hers say, by their paths, the page first on which signing in ends. */
async function seen(page: Page, paths: readonly string[]): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    await page.waitForLoadState("networkidle");
    said[path] = await page.locator("main").innerText();
  }
  return said;
}

/** A phone with nothing on it, on which she signs in. */
async function newPhone(contact: string): Promise<{ phone: BrowserContext; page: Page }> {
  const phone = await suite.phone(language);
  return { phone, page: await comeIn(phone, contact) };
}

describe("a phone that was lost, emptied or reinstalled", () => {
  test("is built anew from the server: progress, place, days, what is missing and the test", async () => {
    const { contact } = learners.underWay;
    const { course, lessons, path } = await theCourse(suite.house);
    const hers = await suite.house.as(contact);
    const { courseId } = course;
    const { progress } = await hers.do("readEnrolment", { params: { courseId } });
    const open = lessons.filter((one) => !progress.lessons[one.split("/").at(-1) as never]?.done);
    const [next = "", later = ""] = open;
    const before = await newPhone(contact);
    await before.page.goto(next);
    await walk.readThrough({ page: before.page, language });
    await walk.finishLesson({ page: before.page, language });
    await before.page.goto(later);
    await before.page.locator(".blocks > .block").nth(3).scrollIntoViewIfNeeded();
    await before.page.waitForTimeout(2000);
    await before.page.goto("/learn");
    await expect.poll(() => waitingOn(before.page)).toBe(0);
    const paths = ["/courses", "/learn", path, `/courses/${courseId}`, `${path}/quiz`];
    const said = await seen(before.page, paths);
    await before.phone.close();

    const after = await newPhone(contact);
    expect(await seen(after.page, paths)).toEqual(said);
    // And on to the very lesson where she was.
    await after.page.goto("/learn?resume");
    await after.page.waitForURL(`**${later}`);
  });

  test.each([
    ["whoever failed once", learners.failedOnce],
    ["whoever has her certificate", learners.certified],
  ])("shows %s what she had before", async (_, { contact }) => {
    const { course, path } = await theCourse(suite.house);
    const paths = ["/wallet", "/courses", `/courses/${course.courseId}`, `${path}/quiz`];
    const [before, after] = [await newPhone(contact), await newPhone(contact)];
    const said = await seen(before.page, paths);
    expect(Object.values(said).every((text) => text.trim().length > 40)).toBe(true);
    expect(await seen(after.page, paths)).toEqual(said);
  });
});
