/// <reference lib="dom" />
import { learners } from "@twiza/content";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { type Addresses, addressesIn } from "./pages/addresses.ts";
import type { Entry, Group } from "./pages/entry.ts";
import { GROUPS } from "./pages/list.ts";
import { goTo } from "./pages/look.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
/** Where the reading runs from right to left, so that nothing holds only for the other way. */
const language = "ar";
const words = wordsOf(language);
/** More than any page has to step on. */
const MOST_STEPS = 120;
let at: Addresses;
beforeAll(async () => {
  at = await addressesIn(suite.house);
});

const groups = Object.values<Group>(GROUPS);
/** Each sheet once: what it objects to changes nothing in how it opens and closes. */
const sheets = groups.flatMap(({ room, entries }) =>
  entries
    .filter(({ sheet, inside }) => sheet && !inside)
    .map((entry) => ({ name: entry.name, room, entry })),
);

async function open(entry: Entry, room: Group["room"]) {
  const device = await (room === "office" ? suite.desk(language) : suite.phone(language));
  const contact = entry.who?.(at);
  if (contact !== undefined) await suite.signIn(device, contact);
  return { page: await device.newPage(), language, words, at } as const;
}

describe("a sheet by keyboard alone", () => {
  test.each(sheets)("$name: takes the focus, keeps it, and gives it back", async (one) => {
    const reader = await open(one.entry, one.room);
    const { page } = reader;
    await goTo(reader, one.entry);
    const opener = one.entry.sheet?.opener(reader);
    if (!opener) throw new Error("There is no sheet.");
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    await expect.poll(() => isFocusIn(page, "dialog[open]")).toBe(true);
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press("Tab");
      // From the last control the focus leaves for the browser's own bar, and comes back to the first.
      expect(await isFocusIn(page, "dialog[open]", { orNowhere: true })).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

const isFocusIn = (page: Page, within: string, { orNowhere = false } = {}): Promise<boolean> =>
  page.evaluate(
    ([selector, isNowhereFine]) => {
      const focused = document.activeElement;
      if (focused === document.body || focused === null) return isNowhereFine;
      return focused.closest(selector) !== null;
    },
    [within, orNowhere] as const,
  );

describe("the keyboard on a page", () => {
  const pages = () => ({
    lesson: `/learn/${at.course}/${at.lesson}`,
    course: `/learn/${at.course}`,
    me: "/me",
    help: "/help",
  });

  test.each(["lesson", "course", "me", "help"] as const)(
    "%s: what has the focus is never beneath the bar, with large letters too",
    async (name) => {
      const device = await suite.phone(language);
      await suite.signIn(device, learners.certified.contact);
      const page = await device.newPage();
      for (const letters of ["", "larger"]) {
        await page.goto("/help");
        await page.evaluate((text) => localStorage.setItem("twiza.text", text), letters);
        await page.goto(pages()[name]);
        await settled(page);
        expect(await hiddenOnTheWay(page)).toEqual([]);
      }
    },
  );

  test.each(["lesson", "course", "me", "help", "office"] as const)(
    "%s: the first step leads past the head",
    async (name) => {
      const device = await suite.desk(language);
      await suite.signIn(device, learners.certified.contact);
      const page = await device.newPage();
      await page.goto({ ...pages(), office: "/office" }[name]);
      await settled(page);
      await page.keyboard.press("Tab");
      const skip = page.locator(".skip:focus");
      await skip.waitFor();
      expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await isFocusIn(page, "header, nav")).toBe(false);
    },
  );
});

/** Steps through a page by Tab; what of that the bar at the foot hides. */
async function hiddenOnTheWay(page: Page): Promise<string[]> {
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
  return hidden;
}
