/// <reference lib="dom" />
import { learners } from "@twiza/content";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";

const suite = openSuite();
/** Where the reading runs from right to left, so that nothing holds only for the other way. */
const language = "ar";
/** More than any page has to step on. */
const MOST_STEPS = 120;

const { contact } = learners.certified;
const phone = suite.keeping(() => signedIn(suite.phone(language)));
const desk = suite.keeping(() => signedIn(suite.desk(language)));
async function signedIn(opening: Promise<BrowserContext>): Promise<BrowserContext> {
  const device = await opening;
  await suite.signIn(device, contact);
  return device;
}

/** Sheets are gone through where they are looked at: `pages/keyboard.ts`. */
describe("the keyboard on a page", () => {
  const addresses = async () => {
    const { lessons, path } = await theCourse(suite.house);
    return { lesson: lessons[0] ?? "", course: path, me: "/me", help: "/help", office: "/office" };
  };

  test.each(["lesson", "course", "me", "help"] as const)(
    "%s: what has the focus is never beneath the bar, with large letters too",
    async (name) => {
      const page = await (await phone()).newPage();
      await page.goto((await addresses())[name]);
      await settled(page);
      const usual = await hiddenOnTheWay(page);
      await page.evaluate(() => {
        document.documentElement.dataset["text"] = "larger";
        scrollTo(0, 0);
      });
      const large = await hiddenOnTheWay(page);
      expect([usual.hidden, large.hidden]).toEqual([[], []]);
      // Whom to ask may have come to the page meanwhile; nothing has left it.
      expect(large.steps).toBeGreaterThanOrEqual(usual.steps);
    },
  );

  test.each(["lesson", "course", "me", "help", "office"] as const)(
    "%s: the first step leads past the head",
    async (name) => {
      const page = await (await desk()).newPage();
      await page.goto((await addresses())[name]);
      await settled(page);
      await page.keyboard.press("Tab");
      const skip = page.locator(".skip:focus");
      await skip.waitFor();
      expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.locator("header :focus, nav :focus").count()).toBe(0);
    },
  );
});

/** Steps through a page by Tab, from its head to where the focus leaves it; what of that the bar at the foot hides. */
async function hiddenOnTheWay(page: Page) {
  const hidden: string[] = [];
  let steps = 0;
  for (; steps < MOST_STEPS; steps++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector("nav");
      if (!focused || !bar || focused === document.body) return "end";
      if (bar.contains(focused)) return "";
      const { top, bottom, height } = focused.getBoundingClientRect();
      const foot = bar.getBoundingClientRect().top;
      // What is taller than the room above the bar must at least begin there.
      const isBeneath = bottom > foot + 1 && (height < foot || top >= foot);
      return isBeneath ? focused.outerHTML.slice(0, 120) : "";
    });
    if (found === "end") break;
    if (found !== "") hidden.push(found);
  }
  expect(steps).toBeGreaterThan(4);
  return { hidden, steps };
}
