/// <reference lib="dom" />
import { directionOf, type Language, LANGUAGES } from "@twiza/contract/where";
import { describe, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import * as walk from "./walk.ts";
import { link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const SCRIPTS = {
  ar: /\p{Script=Arabic}/u,
  fr: /\p{Script=Latin}/u,
  zgh: /\p{Script=Tifinagh}/u,
  en: /\p{Script=Latin}/u,
};
const SPOKEN: readonly Language[] = LANGUAGES.filter((language) => language !== "zgh");

describe("L1: the first screen", () => {
  test("has each language in its own script, with a speaker beside it and a word on both", async () => {
    const page = await (await suite.phone("fr", { stranger: true })).newPage();
    await page.goto("/");
    for (const language of LANGUAGES) {
      const line = page.locator(`main li[lang="${language}"]`);
      const choice = await line.locator("a.choice").innerText();
      expect(choice, language).toMatch(SCRIPTS[language]);
      expect(await line.locator(".listen svg").isVisible()).toBe(true);
      const said = await line.locator(".listen").innerText();
      const words = wordsOf(language);
      expect(said.trim()).toBe(
        SPOKEN.includes(language) ? words["audio.listen"]() : words["voice.unrecorded"](),
      );
      expect(await line.locator("a.choice").getAttribute("dir")).toBe(directionOf(language));
    }
  });

  test.each(SPOKEN)(
    "greets in %s with one tap, where she is; a second tap is silence",
    async (language) => {
      const page = await (await suite.phone(language, { stranger: true })).newPage();
      const recordings: string[] = [];
      page.on("response", (response) => {
        if (response.url().endsWith(".ogg"))
          recordings.push(response.headers()["content-type"] ?? "");
      });
      await page.goto("/");
      await page.waitForLoadState("load");
      expect(recordings, "nothing is fetched before the tap").toEqual([]);
      const speaker = page.locator(`main li[lang="${language}"] a.listen`);
      await speaker.tap();
      await page.locator("a[data-playing]").waitFor();
      await expect.poll(() => recordings.length).toBeGreaterThan(0);
      expect(recordings[0]).toMatch(/^audio\/ogg/);
      await speaker.tap();
      await page.locator("a[data-playing]").waitFor({ state: "detached" });
      expect(new URL(page.url()).pathname).toBe("/");
    },
  );

  test("without a script a speaker is still a way to the recording", async () => {
    const phone = await suite.phone("fr", { stranger: true, javaScript: false });
    const page = await phone.newPage();
    await page.goto("/");
    for (const language of SPOKEN) {
      const href = await page.locator(`main li[lang="${language}"] a.listen`).getAttribute("href");
      const recording = await suite.house.anyone.fetch(href ?? "");
      expect(recording.status).toBe(200);
      expect(recording.headers.get("content-type")).toMatch(/^audio\/ogg/);
      expect((await recording.arrayBuffer()).byteLength).toBeLessThan(32 * 1024);
    }
  });

  test("leads whoever holds somebody's paper to where it is checked", async () => {
    // The language of a stranger's browser.
    const words = wordsOf("en");
    const page = await (await suite.phone("en", { stranger: true })).newPage();
    await page.goto("/");
    await link(page, words["help.check"]()).tap();
    await page.getByRole("heading", { level: 1, name: words["check.title"]() }).waitFor();
    await page.getByRole("button", { name: words["check.do"](), exact: true }).waitFor();
  });

  test.each(LANGUAGES)(
    "leads into a first lesson by taps alone, without an account, in %s",
    async (language) => {
      const words = wordsOf(language);
      const { course } = await theCourse(suite.house);
      const page = await (await suite.phone(language, { stranger: true })).newPage();
      await walk.chooseLanguage({ page, language });
      const title = course.title[language] ?? course.title.fr ?? "";
      await walk.openCourse({ page, language }, title);
      await link(page, words["course.open"]()).tap();
      await page.waitForURL(/\/learn\/[^/]+\/[^/]+$/);
      await settled(page);
      expect(await page.locator(".blocks > .block").count()).toBeGreaterThan(3);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.locator("html").getAttribute("dir")).toBe(directionOf(language));
      expect((await page.context().cookies()).map(({ name }) => name)).toEqual([]);
    },
  );
});
