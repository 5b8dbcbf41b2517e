import { learners } from "@twiza/content";
import { LessonId } from "@twiza/contract";
import { type Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { comeIn, openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { player, watchPlayers } from "./listening.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

test("L5: without network a voice that was heard before is heard again, and can be wound", async () => {
  const language: Language = "fr";
  const words = wordsOf(language);
  const { lessons } = await theCourse(suite.house);
  const phone = await suite.phone(language, { through: front });
  await watchPlayers(phone);
  const page = await phone.newPage();
  await page.goto("/help");
  await isWhole(page, language);
  await page.goto(lessons[0] ?? "");
  const listen = button(page.locator(".player"), words["audio.listen"]()).first();
  await listen.tap();
  await expect.poll(() => timeOf(page)).toBeGreaterThan(0.2);
  await page.waitForTimeout(1000);

  await suite.cut(phone);
  await page.reload();
  await listen.tap();
  await expect.poll(() => timeOf(page)).toBeGreaterThan(0.2);
  await page.locator(".dock [aria-expanded]").tap();
  await page.locator(".dock input[type=range]").fill("15");
  await expect.poll(() => timeOf(page)).toBeGreaterThan(15.2);
});

const timeOf = async (page: Page): Promise<number> => (await player(page))?.at ?? 0;

test("L14: progress is a woven band, and days of learning never fall: a lozenge a lesson, minutes beside each, one step on; a day is counted once and stays, also without network", async () => {
  const { contact, language } = learners.underWay;
  const words = wordsOf(language);
  const { course, lessons, path } = await theCourse(suite.house);
  const visitor = await suite.house.as(contact);
  const enrolment = () => visitor.do("readEnrolment", { params: { courseId: course.courseId } });
  const counted = async () => (await enrolment()).progress.days?.length ?? 0;
  const before = await counted();
  for (const daysAgo of [9, 3, 3]) await learn(daysAgo);
  expect(await counted()).toBe(before + 2);

  const phone = await suite.phone(language, { through: front });
  const page = await comeIn(phone, contact);
  await page.goto(path);
  await settled(page);
  const bands = page.locator("ol.band");
  const lozenges = page.locator("ol.band > li");
  expect(await lozenges.count()).toBe(lessons.length);
  expect(await bands.count()).toBeGreaterThan(1);
  expect(await bands.first().getAttribute("aria-label")).toBeTruthy();
  const lines = await page.locator("ol:not(.band) a").allInnerTexts();
  expect(lines).toHaveLength(lessons.length);
  for (const line of lines) expect(line).toMatch(/\d/);

  await page.goto("/courses");
  const days = (count: number) => page.getByText(words["mine.days"]({ count }), { exact: true });
  await days(before + 2).waitFor();
  await isWhole(page, language);
  const resume = page.locator("article a.button").first();
  await resume.tap();
  await page.locator(".blocks > .block").first().waitFor();
  await walk.readThrough({ page, language });
  await page.waitForTimeout(2500);
  const now = await counted();
  await page.goto("/courses");
  await days(now).waitFor();

  await suite.cut(phone);
  await page.reload();
  await days(now).waitFor();
  await page.locator("article a.button").first().tap();
  await page.locator(".blocks > .block").first().waitFor();
  expect(await page.locator(".badge, [class*=dot]").count(), "no red dots").toBe(0);

  async function learn(daysAgo: number): Promise<void> {
    const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
    const lessonId = lessons[0]?.split("/").at(-1) ?? "";
    await visitor.do("recordEvents", {
      params: { courseId: course.courseId },
      body: {
        sentAt: new Date().toISOString(),
        events: [
          {
            id: newIntent(),
            type: "lesson.reached",
            lessonId: LessonId.parse(lessonId),
            block: 1,
            at,
            deviceId: "a-phone-of-the-past",
            seq: daysAgo,
          },
        ],
      },
    });
  }
});
