import { learners } from "@twiza/content";
import { type Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comeIn, openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { placeKept } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import * as walk from "./walk.ts";
import { link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

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

    await suite.cut(phone);
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
      if (offline) await suite.cut(phone);
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
