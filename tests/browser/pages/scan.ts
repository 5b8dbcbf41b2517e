import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import * as z from "zod";
import { isFalseReport } from "./false-reports.ts";

const require = createRequire(import.meta.url);
const SCANNERS = [
  require.resolve("axe-core/axe.min.js"),
  require.resolve("html_codesniffer/build/HTMLCS.js"),
]
  .map((file) => readFileSync(file, "utf8"))
  // An excerpt of each element that is looked at costs axe an eighth of its time, and none of them is read.
  .concat("axe.configure({ noHtml: true })")
  .join(";\n");

const Reports = z.array(z.object({ code: z.string(), what: z.string() }));
export type Report = z.infer<typeof Reports>[number];

/** What may have changed since the document was last looked at whole; `words`: all but its colours. */
export type Scope = "all" | "words" | "colours" | "width";
const COLOURS = ["color-contrast", "link-in-text-block"];
const ALSO = { "target-size": { enabled: true } };
const OPTIONS: Record<Scope, object> = {
  all: { rules: ALSO },
  words: {
    rules: { ...ALSO, ...Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) },
  },
  colours: { runOnly: COLOURS },
  width: { runOnly: [...COLOURS, "target-size", "scrollable-region-focusable"] },
};

/**
 * WCAG 2.2 AA and what axe holds to be good practice, and beside it HTML_CodeSniffer: each finds contrast faults that the other
 * does not. What needs files fetched once more (turned screens, sound that starts by itself) is not asked of axe: it takes a third
 * of its time, our players have no way to start by themselves, and every width is looked at.
 */
const BOTH = `(async (options) => {
  // Behind an open sheet all is inert, and looked at where it lies open.
  const shown = document.querySelector("dialog[open]") ?? document;
  const clip = (element) => element.outerHTML.replace(/\\s+/g, " ").slice(0, 140);
  const { violations } = await axe.run(shown, { resultTypes: ["violations"], preload: false, ...options });
  const sniffed = await new Promise((resolve, reject) =>
    HTMLCS.process("WCAG2AA", shown, () => resolve(HTMLCS.getMessages()), reject));
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => (
      { code: id, what: target.join(" ") + " " + any.map(({ message }) => message).join(" ") }))),
    ...sniffed
      .filter(({ type }) => type === HTMLCS.ERROR)
      .map(({ code, element, msg }) => ({ code, what: msg + " " + clip(element) })),
  ];
})`;

/**
 * Puts both into every document of a device, before its own scripts: a page's policy does not reach what the browser itself is told.
 * So they go to the browser once; sent for each page, they cost as much as the page.
 */
export const bringScanners = (device: BrowserContext): Promise<unknown> =>
  device.addInitScript({ content: SCANNERS });

/** What both hold against the document as it stands. */
export async function reports(page: Page, scope: Scope): Promise<Report[]> {
  const found: unknown = await page.evaluate(`${BOTH}(${JSON.stringify(OPTIONS[scope])})`);
  return Reports.parse(found).filter((report) => !isFalseReport(report));
}
