import { tick } from "svelte";
import type { Place } from "./places.ts";

/** How long a page may take to show what was looked for; then she is on the right page all the same. */
const PATIENCE_MS = 20_000;

/** What is looked for, once it is there: pages show their parts as these come. */
function found(find: string): Promise<HTMLElement | undefined> {
  const look = (): HTMLElement | null => document.querySelector<HTMLElement>(find);
  return new Promise((resolve) => {
    const settle = (element: HTMLElement | undefined): void => {
      watcher.disconnect();
      clearTimeout(timer);
      resolve(element);
    };
    const watcher = new MutationObserver(() => {
      const element = look();
      if (element) settle(element);
    });
    const timer = setTimeout(() => settle(undefined), PATIENCE_MS);
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
    const element = look();
    if (element) settle(element);
  });
}

/** Brings what a step begins with into sight on its page, and does the first tap there. */
export async function reach({ find, isTapped }: Place): Promise<void> {
  const element = await found(find);
  if (!element) return;
  if (!element.checkVisibility()) {
    // On a phone the look at the lesson lies over what is written.
    document.querySelector<HTMLElement>('[data-tour="preview"] [aria-pressed="true"]')?.click();
    await tick();
  }
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
  if (isTapped) element.click();
}
