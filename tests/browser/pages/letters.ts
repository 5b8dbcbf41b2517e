import type { Page } from "playwright-core";
import { sessionOf } from "./protocol.ts";

/** What browsers begin with, in pixels, and its double: a reader who has set her letters to 200 %. */
const LETTERS = { usual: 16, double: 32 };
export type Letters = keyof typeof LETTERS;

const set = new WeakMap<Page, Letters>();

/** How large letters are on this page. */
export const lettersOf = (page: Page): Letters => set.get(page) ?? "usual";

/** Sets them as her browser's settings do. Nothing is laid out anew where they are so already. */
export async function setLetters(page: Page, size: Letters): Promise<void> {
  if (lettersOf(page) === size) return;
  const standard = LETTERS[size];
  const session = await sessionOf(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
  set.set(page, size);
}
