import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const sniffer = readFileSync(
  createRequire(import.meta.url).resolve("html_codesniffer/build/HTMLCS.js"),
  "utf8",
);

type Rules = "all" | "contrast";

/** What axe holds against a page. In the dark only the colours differ, so only they are looked at again. */
export async function axeFaults(page: Page, rules: Rules): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const asked = rules === "all" ? axe.withTags(TAGS) : axe.withRules("color-contrast");
  const { violations } = await asked.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** What HTML_CodeSniffer calls an error by WCAG 2 AA: a second opinion. */
export async function snifferFaults(page: Page): Promise<string[]> {
  await page.evaluate(sniffer);
  // The sniffer puts itself on the window, of which the compiler knows nothing.
  const found: unknown = await page.evaluate(`new Promise((resolve, reject) =>
    HTMLCS.process("WCAG2AA", document, () => resolve(HTMLCS.getMessages()
      .filter((message) => message.type === HTMLCS.ERROR)
      .map((message) => message.code + " " + message.element.outerHTML.slice(0, 120))), reject))`);
  return Array.isArray(found) ? found.map(String) : ["the sniffer did not answer"];
}

export type Demands = {
  /** The least side of a target, in CSS pixels. */
  readonly target: number;
  /** Learner pages have no control that is only a picture. */
  readonly words: boolean;
};

/** What no scanner looks at: sideways scroll, small targets, controls without a word, headings out of order. */
export async function shapeFaults(page: Page, demands: Demands): Promise<string[]> {
  return page.evaluate(({ target, words }) => {
    const faults: string[] = [];
    const root = document.documentElement;
    const wider = root.scrollWidth - root.clientWidth;
    const name = (element: Element) => element.outerHTML.slice(0, 110).replaceAll(/\s+/g, " ");

    if (wider > 0) {
      const out = [...document.querySelectorAll("body *")].filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < -1 || right > root.clientWidth + 1;
      });
      const last = out.at(-1);
      faults.push(`${wider} px wider than its window: ${last ? name(last) : "nobody knows why"}`);
    }

    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) =>
      one.checkVisibility(),
    );
    const levels = headings.map((one) => Number(one.tagName.slice(1)));
    if (levels.filter((level) => level === 1).length !== 1)
      faults.push(`headings: ${levels.join()}`);
    levels.forEach((level, at) => {
      if (at > 0 && level > (levels[at - 1] ?? 0) + 1) faults.push(`headings: ${levels.join()}`);
    });

    for (const one of document.querySelectorAll(
      "a[href], button, summary, select, input, textarea",
    )) {
      const isTicked = one.matches("[type=radio], [type=checkbox]");
      const touched = (isTicked ? one.closest("label") : null) ?? one;
      const { width, height, bottom } = touched.getBoundingClientRect();
      const isShown = touched.checkVisibility() && width > 1 && bottom > 0;
      if (!isShown || one.matches("[type=hidden], .skip")) continue;
      // A link in a running sentence is as tall as its line: WCAG 2.5.8 excepts it.
      const isInline = one.tagName === "A" && getComputedStyle(one).display === "inline";
      if (!isInline && (width < target - 0.5 || height < target - 0.5))
        faults.push(`${Math.round(width)} × ${Math.round(height)} px: ${name(one)}`);
      const isSpoken = one.matches("a, button, summary");
      if (words && isSpoken && touched instanceof HTMLElement && touched.innerText.trim() === "")
        faults.push(`no word: ${name(one)}`);
    }
    return faults;
  }, demands);
}

/** The fonts in which an element's text is really drawn, and whether each came from us. */
export async function fontsOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts;
}
