/// <reference lib="dom" />
import { learners } from "@twiza/content";
import type { BrowserContext, Page } from "playwright-core";
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

const devices = new Map<string, () => Promise<BrowserContext>>();
/** A fresh page on this person's one device; nobody's when there is no contact. What lies on it stands in the order of the pages. */
async function pageOf(contact: string | undefined, size: "phone" | "desk"): Promise<Page> {
  const key = `${size} ${contact ?? ""}`;
  const make = async (): Promise<BrowserContext> => {
    const device = await suite[size](language);
    if (contact !== undefined) await suite.signIn(device, contact);
    return device;
  };
  const device = devices.get(key) ?? suite.keeping(make);
  devices.set(key, device);
  return (await device()).newPage();
}

async function open({ who }: Entry, room: Group["room"]) {
  const page = await pageOf(who?.(at), room === "office" ? "desk" : "phone");
  return { page, language, words, at } as const;
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
      const page = await pageOf(learners.certified.contact, "phone");
      await page.goto(pages()[name]);
      await settled(page);
      const usual = await hiddenOnTheWay(page);
      await page.evaluate(() => {
        document.documentElement.dataset["text"] = "larger";
        scrollTo(0, 0);
      });
      const large = await hiddenOnTheWay(page);
      expect([usual.hidden, large.hidden]).toEqual([[], []]);
      expect(large.steps).toBe(usual.steps);
    },
  );

  test.each(["lesson", "course", "me", "help", "office"] as const)(
    "%s: the first step leads past the head",
    async (name) => {
      const page = await pageOf(learners.certified.contact, "desk");
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
