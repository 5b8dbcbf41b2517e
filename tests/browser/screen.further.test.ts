import { learners } from "@twiza/content";
import { LANGUAGES } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { layersGone, openSuite, overflow, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { turnTo } from "./pages/turn.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

describe("L19: Back", () => {
  test("closes a sheet first, on every page; the next one goes up a screen", async () => {
    const words = wordsOf("fr");
    const { path, lessons } = await theCourse(suite.house);
    const page = await (await suite.phone("fr")).newPage();
    await page.goto(path);
    await page.locator(`ol a[href="${lessons[0] ?? ""}"]`).tap();
    await page.locator(".blocks > .block").first().waitFor();
    const sheet = page.locator("dialog[open]");
    const open = async () => {
      await page.locator("button.picker").tap();
      await sheet.waitFor();
    };

    await open();
    expect(await sheet.getByRole("heading").innerText()).toBe(words["look.title"]());
    await page.goBack();
    await sheet.waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe(lessons[0]);

    // Closed by hand it leaves nothing behind that Back would stumble over.
    for (const close of [
      () => button(sheet, words["app.close"]()).tap(),
      () => page.keyboard.press("Escape"),
    ]) {
      await open();
      await close();
      await sheet.waitFor({ state: "detached" });
      await layersGone(page);
    }
    await page.goBack();
    await page.waitForURL(`**${path}`);
    await page.goForward();
    await page.waitForURL(`**${lessons[0] ?? ""}`);
    expect(await sheet.count()).toBe(0);
  });

  test("asks before it leaves a running test, after a reload too; a second Back closes the question", async () => {
    const { contact, language } = learners.underWay;
    const words = wordsOf(language);
    const { path } = await theCourse(suite.house);
    const page = await suite.pageOf(await suite.phone(language), contact);
    await page.goto(path);
    await settled(page);
    await page.locator(`main a[href$="/quiz"]`).first().tap();
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    const question = page.getByText(words["quiz.leave"](), { exact: true });
    for (const again of [false, true]) {
      if (again) {
        await page.reload();
        await button(page, words["quiz.continue"]()).tap();
        await page.locator("main progress").waitFor();
      }
      await page.goBack();
      await question.waitFor();
      await page.goBack();
      await question.waitFor({ state: "hidden" });
      expect(await page.locator("main progress").count()).toBe(1);
      await page.goBack();
      await question.waitFor();
      await button(page, words["quiz.leave.stay"]()).tap();
      await question.waitFor({ state: "hidden" });
      expect(await page.locator("main progress").count()).toBe(1);
    }
    await page.goBack();
    await button(page, words["quiz.leave.go"]()).tap();
    await page.waitForURL(`**${path}`);
    await settled(page);
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  test("leads from a test that was opened by its address to its course, not out of the app", async () => {
    const { contact, language } = learners.beginner;
    const words = wordsOf(language);
    const { courseId } = await courseOf(contact);
    const phone = await suite.phone(language);
    await suite.signIn(phone, contact);
    const page = await phone.newPage();
    await page.goto(`/learn/${courseId}/quiz`);
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    await page.evaluate(() => history.back());
    await button(page, words["quiz.leave.go"]()).tap();
    await page.waitForURL(`**/learn/${courseId}`);
  });

  async function courseOf(contact: string) {
    const { enrolments } = await (await suite.house.as(contact)).do("listEnrolments", {});
    return { courseId: enrolments[0]?.courseId ?? "" };
  }
});

describe("L21: letters as large as she needs them", () => {
  test("A, A+ and A++ in every language, from the top of a lesson and from Me, kept; 320 wide nothing is cut off and nothing slides sideways", async () => {
    const { lessons, path } = await theCourse(suite.house);
    const page = await (await suite.phone("fr")).newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(lessons[0] ?? "");
    await page.locator(".blocks > .block").first().waitFor();
    expect(await sizeOf(page)).toBe(18);
    for (const language of LANGUAGES) {
      await turnTo(page, language);
      const sizes: number[] = [];
      for (const sign of [/A\+\u2069/, /A\+\+\u2069/]) {
        await page.locator("button.picker").tap();
        await page.locator("dialog[open]").getByRole("radio", { name: sign }).tap();
        sizes.push(await sizeOf(page));
        await page.keyboard.press("Escape");
        await layersGone(page);
      }
      expect(sizes, language).toEqual([21, 25]);
    }
    const own = ["/learn", "/courses", "/me", "/help", "/wallet"];
    for (const each of [lessons[0] ?? "", path, ...own]) {
      await page.goto(each);
      await settled(page);
      for (const language of LANGUAGES) {
        await turnTo(page, language);
        await settled(page);
        const where = `${each} in ${language}`;
        expect(await sizeOf(page), where).toBe(25);
        expect(await overflow(page), where).toBeLessThanOrEqual(0);
        expect(await cutOff(page), where).toEqual([]);
      }
    }
    await page.goto("/me");
    await settled(page);
    for (const language of LANGUAGES) {
      await turnTo(page, language);
      for (const [size, pixels] of [
        ["larger", 25],
        ["normal", 18],
      ] as const) {
        await page.getByRole("radio", { name: wordsOf(language)[`me.text.${size}`]() }).tap();
        expect(await sizeOf(page), language).toBe(pixels);
      }
    }
    await page.reload();
    expect(await sizeOf(page)).toBe(18);
  });

  /** To the pixel: they are a share of what her browser begins with. */
  const sizeOf = (page: Page): Promise<number> =>
    page.evaluate(() =>
      Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize)),
    );
  /** Words that stick out of what they stand in, and would be lost. */
  const cutOff = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main *, header *, nav *")]
        .filter((it) => it.offsetParent && !it.closest(".sr-only, .skip"))
        .filter((it) => ["hidden", "clip"].includes(getComputedStyle(it).overflowX))
        .filter((it) => it.scrollWidth > it.clientWidth + 1)
        .map((it) => it.outerHTML.slice(0, 120)),
    );
});
