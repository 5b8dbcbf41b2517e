import { readFileSync } from "node:fs";
import { directionOf, LANGUAGES } from "@twiza/contract/where";
import { describe, expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

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
