import { learners } from "@twiza/content";
import { directionOf } from "@twiza/contract/where";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { LANGUAGES_TRIED } from "../house/depth.ts";
import { openSuite, settled } from "./browser.ts";

const suite = openSuite();
/** A fifth of what Web Vitals still calls a calm page, as `npm run bench:web` allows too. */
const MOST_SHIFT = 0.02;
/** Many phones have no letters for Tifinagh: ours take their place whenever they come (docs/decisions/0086). */
const MOST_SHIFT_IN_TIFINAGH = 0.05;
/** The observer reports what is buffered in a task of its own. */
const TO_REPORT_MILLISECONDS = 150;

/** How much has moved on the page without having been touched, since its beginning. */
async function shiftOf(page: Page): Promise<number> {
  await settled(page);
  await page.waitForLoadState("networkidle");
  return page.evaluate(
    (milliseconds) =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ("value" in entry && typeof entry.value === "number") sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), milliseconds);
      }),
    TO_REPORT_MILLISECONDS,
  );
}

/** The theme that is painted with the page's very first letters. */
async function firstTheme(phone: BrowserContext, path: string): Promise<string | null> {
  await phone.addInitScript(() => {
    // As soon as there is a body, something can be painted: by then the choice must stand.
    new MutationObserver((_, observer) => {
      if (!document.querySelector("body")) return;
      document.documentElement.dataset["first"] = document.documentElement.dataset["theme"] ?? "";
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  const page = await phone.newPage();
  await page.goto(path);
  return page.locator("html").getAttribute("data-first");
}

describe("nothing jumps under the thumb", () => {
  test.each(LANGUAGES_TRIED)("on the welcome, at home and in a lesson, in %s", async (language) => {
    const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
    const [course] = courses;
    const outline = await suite.house.anyone.fetch(`/content/${course?.manifest ?? ""}`);
    const [lesson] = /les_[0-9a-f]{32}/.exec(await outline.text()) ?? [];
    const phone = await suite.phone(language);
    const page = await phone.newPage();
    for (const path of ["/", "/learn", `/learn/${course?.courseId ?? ""}/${lesson ?? ""}`]) {
      await page.goto(path);
      const most = language === "zgh" ? MOST_SHIFT_IN_TIFINAGH : MOST_SHIFT;
      expect(await shiftOf(page), path).toBeLessThanOrEqual(most);
    }
  });

  test("in a learner's own courses", async () => {
    const phone = await suite.phone("ar");
    const page = await suite.pageOf(phone, learners.beginner.contact);
    await page.goto("/courses");
    expect(await shiftOf(page)).toBeLessThanOrEqual(MOST_SHIFT);
  });
});

describe("the choice that is kept on the phone stands before the first paint", () => {
  test.each([
    { kept: "dark", system: "light", dark: false },
    { kept: "light", system: "dark", dark: true },
  ])("$kept on a phone whose system is $system", async ({ kept, dark }) => {
    const phone = await suite.phone("fr", { dark });
    await phone.addInitScript((theme) => {
      if (location.protocol === "http:") localStorage.setItem("twiza.theme", theme);
    }, kept);
    expect(await firstTheme(phone, "/learn")).toBe(kept);
  });

  test.each([
    { expected: "dark", dark: true },
    { expected: "light", dark: false },
  ])("without a choice the system's: $expected", async ({ expected, dark }) => {
    expect(await firstTheme(await suite.phone("fr", { dark }), "/learn")).toBe(expected);
  });

  test.each(LANGUAGES_TRIED)(
    "?lang=%s is honoured over what was kept, and then kept",
    async (language) => {
      const phone = await suite.phone(language === "fr" ? "ar" : "fr");
      const page = await phone.newPage();
      await page.goto(`/learn?lang=${language}`);
      await settled(page);
      const root = page.locator("html");
      expect(await root.getAttribute("lang")).toBe(language);
      expect(await root.getAttribute("dir")).toBe(directionOf(language));
      await page.goto("/help");
      await settled(page);
      expect(await root.getAttribute("lang")).toBe(language);
    },
  );
});
