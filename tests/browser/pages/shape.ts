/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";

export type Demands = {
  /** The least side of a target, in CSS pixels. */
  readonly target: number;
  /** No control is only a picture. */
  readonly words: boolean;
};

/** Title and headings, small targets, controls without a word. */
export const shapeFaults = (page: Page, demands: Demands): Promise<string[]> =>
  page.evaluate(({ target, words }) => {
    const faults: string[] = [];
    const name = (element: Element) => element.outerHTML.slice(0, 110).replaceAll(/\s+/g, " ");
    if (document.title.trim() === "") faults.push("no title");

    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter((one) => one.checkVisibility())
      .map((one) => Number(one.tagName.slice(1)));
    const isSkipped = levels.some((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
    if (levels.filter((level) => level === 1).length !== 1 || isSkipped)
      faults.push(`headings: ${levels.join()}`);

    const wordsIn = (element: Element): string =>
      [...element.childNodes]
        .map((node) =>
          node instanceof Element
            ? node.matches(".sr-only, svg")
              ? ""
              : wordsIn(node)
            : (node.textContent ?? ""),
        )
        .join("")
        .trim();
    /** A link in a running sentence is as tall as its line: WCAG 2.5.8 excepts it. */
    const isInSentence = (one: Element): boolean => {
      const around = one.closest("p, li, dd, td, div");
      return (
        getComputedStyle(one).display === "inline" &&
        around !== null &&
        wordsIn(around).length > wordsIn(one).length + 1
      );
    };

    for (const one of document.querySelectorAll(
      "a[href], button, summary, select, input, textarea",
    )) {
      const isTicked = one.matches("[type=radio], [type=checkbox]");
      const touched = (isTicked ? one.closest("label") : null) ?? one;
      const { width, height } = touched.getBoundingClientRect();
      if (!touched.checkVisibility() || width <= 1 || one.matches("[type=hidden], .skip")) continue;
      const isSmall = width < target - 0.5 || height < target - 0.5;
      if (isSmall && !isInSentence(one))
        faults.push(`${Math.round(width)} × ${Math.round(height)} px: ${name(one)}`);
      if (words && one.matches("a, button, summary") && wordsIn(one) === "")
        faults.push(`no word: ${name(one)}`);
    }
    return [...new Set(faults)];
  }, demands);
