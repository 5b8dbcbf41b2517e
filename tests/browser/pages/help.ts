/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";
import type { Entry } from "./entry.ts";

/** The least height of help, as a thumb wants it, and the farthest that it is from two edges of the page, in CSS pixels. */
const PLACE = { tall: 47, away: 24 };
/** The states without it, with the reason. Nothing else is let pass. */
const WITHOUT: readonly { name: Entry["name"]; because: string }[] = [
  {
    name: "page-without-network",
    because:
      "It stands where a page did not come, and leads only to what surely lies on the phone.",
  },
  { name: "offline", because: "The same, as the worker answers with it." },
];

/**
 * L20: whether help stands where it stands on every screen of a phone, in the first line and at its end. Behind an open sheet it
 * stands there too.
 */
export async function helpFaults(page: Page, { name }: Entry, word: string): Promise<string[]> {
  const faults = await page.evaluate(
    ({ said, tall, away }) => {
      const help = [...document.querySelectorAll('header a[href^="/help"]')].find(
        (link) => link.checkVisibility() && link.textContent.includes(said),
      );
      if (!help) return ["no help"];
      const { left, right, top, height } = help.getBoundingClientRect();
      const { dir, clientWidth } = document.documentElement;
      const toEnd = dir === "rtl" ? left : clientWidth - right;
      const down = top + scrollY;
      if (toEnd <= away && down <= away && height >= tall) return [];
      const [end, below, high] = [toEnd, down, height].map(Math.round);
      return [`help is ${end} px from the end of its line, ${below} px down, ${high} px tall`];
    },
    { said: word, ...PLACE },
  );
  if (!WITHOUT.some((one) => one.name === name)) return faults;
  return faults.length > 0 ? [] : ["there is help, though it is said to have none"];
}
