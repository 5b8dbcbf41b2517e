import { expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

test("a word said while a sheet is open lies above it, and can be taken back once it is closed", async () => {
  const words = wordsOf("fr");
  const page = await (await suite.phone("fr")).newPage();
  await page.goto("/dev/components");
  const open = page.locator("button[aria-haspopup=dialog]").first();
  await open.tap();
  await page.locator("dialog[open]").waitFor();
  // No finger reaches it behind the sheet: what is said by itself is.
  await button(page, words["app.undo"]())
    .first()
    .evaluate((one: HTMLElement) => one.click());
  const toasts = page.locator(".toasts");
  await toasts.locator(".toast").waitFor();
  expect(await toasts.evaluate((one) => one.matches(":popover-open"))).toBe(true);
  await page.keyboard.press("Escape");
  await toasts.getByRole("button").tap();
  await toasts.locator(".toast").waitFor({ state: "detached" });
});
