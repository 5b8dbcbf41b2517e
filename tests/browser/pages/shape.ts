/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";

export type Demands = {
  /** The least side of a target, in CSS pixels. */
  readonly target: number;
  /** The least way between two of them, so that a thumb does not hit both. */
  readonly gap: number;
  /** No control is only a picture. */
  readonly words: boolean;
};

/** Title and headings, what is there to say something and does not, targets that are small or too near to each other, controls without a word. */
export const shapeFaults = (page: Page, demands: Demands): Promise<string[]> =>
  page.evaluate(({ target, gap, words }) => {
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
    /** Also what only a voice reads. */
    const isSaid = (one: Element): boolean =>
      one.textContent.trim() !== "" ||
      (one.getAttribute("aria-label") ?? "").trim() !== "" ||
      one.querySelector("img[alt]:not([alt='']), input, select, textarea, audio, video") !== null;
    /** What is there to say something, and does not: a sentence that never came. What tells of changes is empty until there is one. */
    const SAYING =
      "h1, h2, h3, h4, h5, h6, button, label, legend, summary, dt, th:not(.sr-only), .card p, section > p";
    for (const one of document.querySelectorAll(SAYING))
      if (one.checkVisibility() && !one.closest("[role=status], [role=alert], [aria-live]") && !isSaid(one))
        faults.push(`says nothing: ${name(one)}`); // prettier-ignore

    /** A link in a running sentence is as tall as its line: WCAG 2.5.8 excepts it. */
    const isInSentence = (one: Element): boolean => {
      const around = one.closest("p, li, dd, td, div");
      return (
        getComputedStyle(one).display === "inline" &&
        around !== null &&
        wordsIn(around).length > wordsIn(one).length + 1
      );
    };

    const isFixed = (one: Element): boolean => {
      for (let up: Element | null = one; up; up = up.parentElement)
        if (["fixed", "sticky"].includes(getComputedStyle(up).position)) return true;
      return false;
    };
    const targets: { one: Element; box: DOMRect }[] = [];
    for (const one of document.querySelectorAll(
      "a[href], button, summary, select, input, textarea",
    )) {
      const isTicked = one.matches("[type=radio], [type=checkbox]");
      const touched = (isTicked ? one.closest("label") : null) ?? one;
      const box = touched.getBoundingClientRect();
      const { width, height } = box;
      if (!touched.checkVisibility() || width <= 1 || one.matches("[type=hidden], .skip")) continue;
      if (!isInSentence(one)) targets.push({ one: touched, box });
      const isSmall = width < target - 0.5 || height < target - 0.5;
      if (isSmall && !isInSentence(one))
        faults.push(`${Math.round(width)} × ${Math.round(height)} px: ${name(one)}`);
      if (words && one.matches("a, button, summary") && wordsIn(one) === "")
        faults.push(`no word: ${name(one)}`);
    }
    /** How far two lie apart beside or above each other; below nothing where they overlap. */
    const between = (a: DOMRect, b: DOMRect): number =>
      Math.max(
        Math.max(a.left, b.left) - Math.min(a.right, b.right),
        Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom),
      );
    for (const [at, a] of targets.entries())
      for (const b of targets.slice(at + 1)) {
        // Most lie far apart, and only then is it cheap to look at every pair.
        const way = between(a.box, b.box);
        if (way >= gap - 0.5) continue;
        const isOne = a.one === b.one || a.one.contains(b.one) || b.one.contains(a.one);
        // What stays in its place while the page slides under it is out of the way of none.
        const isApart = a.one.closest("dialog") !== b.one.closest("dialog");
        if (isOne || isApart || isFixed(a.one) !== isFixed(b.one)) continue;
        faults.push(`${Math.round(way)} px between ${name(a.one)} and ${name(b.one)}`);
      }
    return [...new Set(faults)];
  }, demands);
