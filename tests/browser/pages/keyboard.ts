/// <reference lib="dom" />
import type { JSHandle, Page } from "playwright-core";
import type { Entry, Reader } from "./entry.ts";

/** As many steps as most sheets have controls; fewer where the focus has been through all of them. */
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
  const been = await page.evaluateHandle(() => new Set<Element>());
  for (let step = 1; step <= STEPS; step++) {
    await page.keyboard.press("Tab");
    const { beside, isRound } = await focusNow(page, been);
    if (beside !== "")
      faults.push(`after ${step} steps the focus has left the sheet for ${beside}`);
    if (isRound) break;
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  const isBack = await opener.evaluate((element) => element === document.activeElement);
  if (!isBack) faults.push("the sheet does not give the focus back");
  // A step back that history takes by itself must not meet the sheet when it is opened anew.
  await page.waitForFunction((place) => JSON.stringify(history.state) === place, before);
  return faults;
}

/**
 * What has the focus outside the sheet, and whether it came back to where it had been. From its last control it leaves for the
 * browser's own bar, and comes back to the first. A date keeps it for several steps.
 */
const focusNow = (page: Page, been: JSHandle<Set<Element>>) =>
  page.evaluate((known) => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return { beside: "", isRound: false };
    const isRound = known.has(focused) && [...known].at(-1) !== focused;
    known.add(focused);
    const beside = focused.closest("dialog[open]") ? "" : focused.outerHTML.slice(0, 110);
    return { beside, isRound };
  }, been);
