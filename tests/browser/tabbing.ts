/// <reference lib="dom" />
import type { Locator, Page } from "playwright-core";

const MOST_TABS = 110;

/** Presses Tab until the focus is where it is wanted, as somebody does who has no mouse. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${wanted.toString()} is out of the keyboard's reach.`);
}

export async function press(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}
