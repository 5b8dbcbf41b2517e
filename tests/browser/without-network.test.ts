import { learners } from "@twiza/content";
import { LessonId } from "@twiza/contract";
import { type Language } from "@twiza/contract/where";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { comeIn, openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { placeKept } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { player, watchPlayers } from "./listening.ts";
import * as walk from "./walk.ts";
import { button, link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

/** Network gone: what the app asks its API then is no trouble. */
async function cut(phone: BrowserContext): Promise<void> {
  suite.expects({ status: 0, path: /^\/api\// });
  await phone.setOffline(true);
}

describe("L5: without network", () => {
  test("every page of hers opens anew; a lesson that was not opened stands in grey and says why; nothing shows the browser's own error", async () => {
    const { contact, language } = learners.certified;
    const words = wordsOf(language);
    const { lessons, path } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    const page = await comeIn(phone, contact);
    for (const each of ["/learn", "/courses", "/courses" + path.slice(6)]) await visit(page, each);
    await visitWallet(page);
    await visit(page, path);
    // What offers the download comes by itself; cut off on its way, it would be asked for again without network.
    await page.locator(".control").waitFor();
    await visit(page, lessons[0] ?? "");
    await page.locator(".blocks > .block").first().waitFor();
    await isWhole(page, language);

    await cut(phone);
    for (const each of [
      "/",
      "/learn",
      "/courses",
      "/courses" + path.slice(6),
      "/wallet",
      "/me",
      "/help",
    ]) {
      await (each === "/wallet" ? visitWallet(page) : visit(page, each));
      expect(await page.locator("[role=alert]").count(), each).toBe(0);
      expect(await page.locator("nav a").count(), each).toBe(4);
    }
    await visit(page, lessons[0] ?? "");
    expect(await page.locator(".blocks > .block").count()).toBeGreaterThan(5);
    await walk.practise({ page, language });

    await visit(page, path);
    const missing = page.locator("a.missing");
    await expect.poll(() => missing.count()).toBe(lessons.length - 1);
    expect(await missing.first().innerText()).toContain(words["offline.notHere"]());
    expect(await missing.first().getAttribute("href")).toBeNull();
    expect(await page.locator(`ol a[href="${lessons[0] ?? ""}"]`).count()).toBe(1);

    suite.expects({ status: 0, path: /^\/content\// });
    await page.goto(lessons[1] ?? "");
    await page.getByRole("heading", { name: words["error.offline"]() }).waitFor();
    await page.goto("/verify/unknown");
    expect(await page.locator("h1").innerText()).toContain(words["offline.page"]());
    await page.goto("/office");
    expect(await page.locator("h1").innerText()).toContain(words["offline.page"]());
    await link(page, words["nav.courses"]()).tap();
    await page.getByRole("heading", { name: words["nav.courses"](), exact: true }).waitFor();
  });

  test("a voice that was heard before is heard again, and can be wound", async () => {
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

    await cut(phone);
    await page.reload();
    await listen.tap();
    await expect.poll(() => timeOf(page)).toBeGreaterThan(0.2);
    await page.locator(".dock [aria-expanded]").tap();
    await page.locator(".dock input[type=range]").fill("15");
    await expect.poll(() => timeOf(page)).toBeGreaterThan(15.2);
  });

  const timeOf = async (page: Page): Promise<number> => (await player(page))?.at ?? 0;
  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(path);
    await settled(page);
  }
  /** What she has shown stands behind her certificates and comes after them: it is kept once it is read. */
  async function visitWallet(page: Page): Promise<void> {
    await visit(page, "/wallet");
    await page.locator(".passport").waitFor();
    await settled(page);
  }
});

describe("L2: Resume", () => {
  test("is the first button at home, and leads to the same lesson and block after closing and opening again, also without network", async () => {
    const language: Language = "fr";
    const words = wordsOf(language);
    const { lessons } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    let page = await phone.newPage();
    await page.goto(lessons[1] ?? "");
    const block = page.locator(".blocks > .block").nth(4);
    // What comes into the lesson late may push it down again.
    await expect
      .poll(async () => {
        await block.evaluate((element) => element.scrollIntoView({ block: "start" }));
        return (await placeKept(page))?.block;
      })
      .toBe(5);
    await isWhole(page, language);
    await page.close();

    for (const offline of [false, true]) {
      if (offline) await cut(phone);
      page = await phone.newPage();
      await page.goto("/learn");
      const first = page.locator("main a.button, main button").first();
      expect(await first.innerText()).toContain(words["learn.resume"]());
      await first.tap();
      await page.waitForURL(`**${lessons[1] ?? ""}`);
      await expect.poll(() => topBlock(page)).toBe(5);
      await page.close();
    }
    page = await phone.newPage();
    await page.goto("/learn?resume");
    await page.waitForURL(`**${lessons[1] ?? ""}`);
    await page.goBack();
    await page.waitForURL("**/learn");
  });

  /** The topmost block on the screen, from 1. */
  const topBlock = (page: Page): Promise<number> =>
    page
      .locator(".blocks > .block")
      .evaluateAll(
        (blocks) => blocks.findIndex((block) => block.getBoundingClientRect().bottom > 40) + 1,
      );
});

describe("L14: progress is a woven band, and days of learning never fall", () => {
  test("a lozenge a lesson, minutes beside each, one step on; a day is counted once and stays, also without network", async () => {
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

    await cut(phone);
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
});
