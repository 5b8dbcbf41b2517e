/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";

/** Sideways scroll, and text that leaves its box or is cut off by it. */
export const spills = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const name = (element: Element) => element.outerHTML.slice(0, 110).replaceAll(/\s+/g, " ");
    /** A table, tabs and the like may scroll by themselves; the page and a sheet may not. */
    const scrolls = (element: Element): boolean =>
      element.closest("dialog, body") !== element &&
      /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isInScroller = (element: Element | null): boolean =>
      element !== null && (scrolls(element) || isInScroller(element.parentElement));
    const isHidden = (element: Element) =>
      element.closest(".sr-only, .skip, #svelte-announcer, option, svg, script, style") !== null ||
      element.matches("details:not([open])") ||
      !element.checkVisibility({ checkVisibilityCSS: true });
    const boxOf = (element: Element): Element =>
      getComputedStyle(element).display.startsWith("inline") &&
      !/inline-(block|flex|grid)/.test(getComputedStyle(element).display) &&
      element.parentElement
        ? boxOf(element.parentElement)
        : element;
    /** How far an element reaches out on each side. */
    const sidesOf = (element: Element): number[] => {
      const { left, right } = element.getBoundingClientRect();
      return [-left, right - root.clientWidth];
    };
    const faults: string[] = [];

    for (const one of [root, ...document.querySelectorAll("dialog[open]")]) {
      const wider = one.scrollWidth - one.clientWidth;
      if (wider <= 0) continue;
      const out = [...one.querySelectorAll("body *")].filter((inner) => {
        return !isInScroller(inner) && Math.max(...sidesOf(inner)) > 1;
      });
      const far = (inner: Element) => Math.max(...sidesOf(inner));
      const worst = out.sort((a, b) => far(b) - far(a))[0];
      faults.push(`${wider} px wider than its room: ${name(worst ?? one)}`);
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || (text.textContent ?? "").trim() === "" || isHidden(parent)) continue;
      const box = boxOf(parent);
      const room = box.getBoundingClientRect();
      // Where white space counts, the space at the end of a line hangs out of it.
      const { whiteSpace, fontSize } = getComputedStyle(box);
      const hangs = whiteSpace === "pre-wrap" ? Number.parseFloat(fontSize) / 2 : 1.5;
      const range = document.createRange();
      range.selectNodeContents(text);
      const isOut = [...range.getClientRects()].some(({ left, right, top, bottom, width }) => {
        // Fonts reach above and below their line; a line whose middle is outside is outside.
        const middle = (top + bottom) / 2;
        return (
          width > 1 &&
          (left < room.left - hangs ||
            right > room.right + hangs ||
            middle < room.top ||
            middle > room.bottom)
        );
      });
      if (isOut) faults.push(`text out of its box: ${name(box)}`);
      const { overflowX, overflowY } = getComputedStyle(box);
      const isCut =
        (/hidden|clip/.test(overflowX) && box.scrollWidth > box.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + 1);
      if (isCut) faults.push(`text cut off: ${name(box)}`);
    }
    return [...new Set(faults)];
  });
