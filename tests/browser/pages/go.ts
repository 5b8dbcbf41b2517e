/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { layersGone, settled } from "../browser.ts";
import { isWhole } from "./depth.ts";
import type { Entry, Reader } from "./entry.ts";
import type { How } from "./plan.ts";
import { bringLanguages, turnTo } from "./turn.ts";

/** Where this state stands among those that are looked at, and what the page showed last. */
export type Place = Pick<How, "isFirst" | "isTurned"> & { readonly before: Entry | undefined };

/** Goes to a page and through the taps to the state that is meant, short of opening its sheet. */
export async function goTo(reader: Reader, entry: Entry, place: Place): Promise<void> {
  const { page, language } = reader;
  if (place.before && isLeftAs(place.before, entry, reader)) {
    await closeSheet(page);
    return turnTo(page, language);
  }
  if (!(await isWalkedTo(reader, entry, place))) await open(reader, entry);
  await (entry.isWaiting ? page.locator("main .skeleton").waitFor() : settled(page));
  if (entry.losesNetwork) await bringLanguages(page, language);
  await entry.reach?.(reader);
  // The last tap may have asked for more.
  if (entry.reach && !entry.isWaiting) await settled(page);
}

/** Opens its address as somebody does who comes from outside. */
async function open({ page, language, at }: Reader, entry: Entry): Promise<void> {
  await page.evaluate(keepLanguage, language);
  const path = entry.path(at, language);
  // To another fragment of the same page a browser goes without loading it: who scans a code opens it anew.
  if (path.includes("#")) await page.goto("about:blank");
  await page.goto(path);
}

/** Runs in the page that is left: the next one opens in this language, as if it had been turned back, and nothing is drawn for it. */
function keepLanguage(language: string): void {
  if (location.protocol === "http:") localStorage.setItem("twiza.language", language);
}

/** A page of the app that needs nothing of the network: from there every other is made anew. */
const BETWEEN = "/help";
/** How long it may take until the app has gone to another page, in milliseconds, before it is opened anew. */
const PATIENCE = 3_000;

/**
 * Goes to a further state of a page as a tap on a link inside the app does, over another page, so that nothing is left of the one
 * before: to open it anew costs several times as much. Where pages are not looked at whole, it goes to each of them so. False where
 * that is not tried, or where the app does not let her go.
 */
async function isWalkedTo(reader: Reader, entry: Entry, place: Place): Promise<boolean> {
  const { page, language, at } = reader;
  const path = entry.path(at, language);
  const isFresh = place.isFirst && isWhole;
  const isTried = place.isTurned && !isFresh && place.before && isOpenFor(entry, place.before);
  if (!isTried || path.includes("#")) return false;
  if (!(await isClosed(page)) || !(await isTapped(page, BETWEEN))) return false;
  // There it is cheap to draw everything anew.
  await turnTo(page, language);
  return isTapped(page, path);
}

/** What answers otherwise, or is without network, is opened anew, and so is what comes after it. */
const isOpenFor = (entry: Entry, before: Entry): boolean =>
  ![entry, before].some(
    (each) => each.awaited ?? each.losesNetwork ?? each.isWaiting ?? each.isWritten,
  );

/** Closes the sheet that was left open; one may ask before it goes, and stays. */
async function isClosed(page: Page): Promise<boolean> {
  const dialog = page.locator("dialog[open]");
  if ((await dialog.count()) === 0) return true;
  await page.keyboard.press("Escape");
  return (
    (await within(dialog.waitFor({ state: "hidden", timeout: PATIENCE }))) &&
    (await within(layersGone(page, PATIENCE)))
  );
}

const within = (wait: Promise<unknown>): Promise<boolean> =>
  wait.then(
    () => true,
    () => false,
  );

/** Taps a link to this path, and waits until the app is there. */
async function isTapped(page: Page, path: string): Promise<boolean> {
  const isInApp = await page.evaluate(tapLink, path);
  if (!isInApp) return false;
  return within(
    page.waitForFunction((wanted) => location.pathname + location.search === wanted, path, {
      timeout: PATIENCE,
    }),
  );
}

/** Runs in the page. A page that the server wrote has no app to go in. */
function tapLink(path: string): boolean {
  if (location.protocol !== "http:" || !document.querySelector("main")) return false;
  const link = document.createElement("a");
  link.href = path;
  document.body.append(link);
  link.click();
  link.remove();
  return true;
}

/** Whether the page stands where this state begins: another was looked at there, and at most a sheet was opened for it. */
function isLeftAs(before: Entry, entry: Entry, { at, language }: Reader): boolean {
  const isSame = before.path(at, language) === entry.path(at, language);
  const isTouched = before.inside ?? before.losesNetwork ?? before.isWaiting;
  return isSame && before.reach === entry.reach && !isTouched && !entry.awaited;
}

/** Closes the sheet that was left open, and goes back to the beginning of the page. */
async function closeSheet(page: Page): Promise<void> {
  const dialog = page.locator("dialog[open]");
  if ((await dialog.count()) > 0) await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await layersGone(page);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
}
