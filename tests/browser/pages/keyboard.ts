/// <reference lib="dom" />
import type { Page } from "playwright-core";
import type { Entry, Reader } from "./entry.ts";

/** More steps than any sheet has controls, so that the focus has been through it. */
const STEPS = 20;

/** What goes wrong when a sheet is opened, gone through and closed by keyboard alone: it takes the focus, keeps it, and gives it back. */
export async function keyboardFaults(reader: Reader, { sheet }: Entry): Promise<string[]> {
  if (!sheet) return [];
  const { page } = reader;
  const before = await page.evaluate(() => JSON.stringify(history.state));
  const opener = sheet.opener(reader);
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest("dialog[open]"));
  const faults: string[] = [];
  for (let step = 1; step <= STEPS; step++) {
    await page.keyboard.press("Tab");
    const beside = await focusBeside(page);
    if (beside !== "")
      faults.push(`after ${step} steps the focus has left the sheet for ${beside}`);
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  const isBack = await opener.evaluate((element) => element === document.activeElement);
  if (!isBack) faults.push("the sheet does not give the focus back");
  // A step back that history takes by itself must not meet the sheet when it is opened anew.
  await page.waitForFunction((place) => JSON.stringify(history.state) === place, before);
  return faults;
}

/** What has the focus outside the sheet. From its last control it leaves for the browser's own bar, and comes back to the first. */
const focusBeside = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused.closest("dialog[open]")) return "";
    return focused.outerHTML.slice(0, 110);
  });
