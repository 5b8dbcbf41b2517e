import { readFileSync } from "node:fs";
import { directionOf, LANGUAGES, type Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole, noteOf } from "./kept.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const KIB = 1024;
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

type AppManifest = {
  readonly name: string;
  readonly lang: string;
  readonly dir: string;
  readonly start_url: string;
  readonly icons: readonly { src: string; sizes: string; purpose: string }[];
  readonly shortcuts: readonly { name: string; url: string }[];
};

describe("L22: the app can be put on the home screen", () => {
  test.each(LANGUAGES)(
    "in %s its name, its shortcuts and its direction are hers",
    async (language) => {
      const words = wordsOf(language);
      const page = await (await suite.phone(language)).newPage();
      await page.goto("/help");
      const session = await page.context().newCDPSession(page);
      const { url, errors, data } = await session.send("Page.getAppManifest");
      expect(errors).toEqual([]);
      expect(new URL(url).pathname).toBe(`/manifest-${language}.webmanifest`);
      const manifest = JSON.parse(data ?? "") as AppManifest;
      expect(manifest).toMatchObject({
        name: words["app.name"](),
        lang: language,
        dir: directionOf(language),
        start_url: "/courses",
        scope: "/",
        display: "standalone",
      });
      expect(manifest.shortcuts.map(({ name }) => name)).toEqual([
        words["learn.resume"](),
        words["nav.courses"](),
        words["nav.certificates"](),
      ]);
    },
  );

  test("its icons are pictures of the size they say, one for masks and one for a single colour", async () => {
    const page = await (await suite.phone("fr")).newPage();
    await page.goto("/help");
    const { icons } = JSON.parse(
      readFileSync("web/build/manifest-fr.webmanifest", "utf8"),
    ) as AppManifest;
    expect(icons.map(({ purpose }) => purpose)).toEqual(["any", "any", "maskable", "monochrome"]);
    for (const { src, sizes } of [...icons, { src: "/icons/apple.png", sizes: "180x180" }]) {
      const size = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      expect(size, src).toBe(sizes);
      expect(readFileSync(`web/build${src}`).length).toBeLessThan(8 * 1024);
    }
  });

  test("the bar above it has the colour of the page, by day and by night", async () => {
    const colours: string[] = [];
    for (const dark of [false, true]) {
      const page = await (await suite.phone("fr", { dark })).newPage();
      await page.goto("/help");
      const bar = await page.locator("meta[name=theme-color]").getAttribute("content");
      const paper = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue("--paper"),
      );
      expect(bar).toBe(paper);
      colours.push(bar ?? "");
    }
    expect(new Set(colours).size).toBe(2);
  });
});

describe("L22: the offer to install", () => {
  test("never comes before the first finished lesson; then it says how much it takes, and a no is for good", async () => {
    const language: Language = "fr";
    const words = wordsOf(language);
    const { lessons } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    await phone.addInitScript(offerToInstall);
    const page = await phone.newPage();
    const title = page.getByRole("heading", { name: words["install.title"](), exact: true });
    await page.goto("/learn");
    await isWhole(page, language);
    expect(await isOffered(page), "the browser's own offer is held back").toBe(true);
    expect(await title.count()).toBe(0);

    await page.goto(lessons[0] ?? "");
    await walk.readThrough({ page, language });
    await walk.finishLesson({ page, language });
    expect(await title.count(), "a lesson is left in peace").toBe(0);
    await page.locator('nav a[href="/learn"]').tap();
    await title.waitFor();
    const { bytes } = (await noteOf(page, "/told.json")) as { bytes: number };
    expect(bytes).toBeGreaterThan(60 * KIB);
    await page.getByText(words["install.size"]({ size: bytes }), { exact: true }).waitFor();
    await button(page, words["install.do"]()).tap();
    expect(await page.evaluate(() => document.documentElement.dataset["asked"])).toBe("yes");

    await page.reload();
    await title.waitFor();
    await button(page, words["install.never"]()).tap();
    await title.waitFor({ state: "hidden" });
    await page.reload();
    await settled(page);
    await page.waitForTimeout(500);
    expect(await title.count()).toBe(0);
    await page.goto("/me");
    await title.waitFor();
  });

  test("where the browser cannot be asked, she is told how to do it herself", async () => {
    const words = wordsOf("ar");
    const phone = await suite.phone("ar");
    await phone.addInitScript(() => {
      Reflect.deleteProperty(window, "onbeforeinstallprompt");
      if (location.protocol === "http:") localStorage.setItem("twiza.finished", "1");
    });
    const page = await phone.newPage();
    await page.goto("/learn");
    await page.getByText(words["install.how"](), { exact: true }).waitFor();
  });

  /** What Chromium does on a phone by itself, some seconds after the page. */
  function offerToInstall(): void {
    const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: () => {
        document.documentElement.dataset["asked"] = "yes";
        return Promise.resolve({ outcome: "dismissed" });
      },
    });
    addEventListener("load", () => {
      if (!dispatchEvent(offer)) document.documentElement.dataset["held"] = "yes";
    });
  }
  const isOffered = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset["held"] === "yes");
});
