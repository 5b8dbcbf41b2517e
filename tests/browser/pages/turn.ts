import { globSync, readFileSync } from "node:fs";
import { LANGUAGES, type Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { settled } from "../browser.ts";

const SITE = "web/build/";
/** Where the app sets the direction of its pages: nothing but its change of language does. */
const TURNS = /documentElement\.dir\s*=/;

/** The file of the built app that changes the language. */
function turner(): string {
  const [file] = globSync(`${SITE}_app/immutable/**/*.js`).filter((each) =>
    TURNS.test(readFileSync(each, "utf8")),
  );
  if (!file) throw new Error("No file of the app changes its language.");
  return file.replace(SITE, "/");
}
let found: string | undefined;

/**
 * Changes the language of a page as it stands, whatever it shows, by what a tap in the list of languages calls: the list itself is
 * out of reach behind a sheet, and not on every page.
 */
export async function turnTo(page: Page, language: Language): Promise<void> {
  await page.evaluate(`${TURN}(${JSON.stringify([(found ??= turner()), language])})`);
}

/** As text: what runs the tests rewrites every `import()` that it reads. */
const TURN = `(async ([file, language]) => {
  const turn = Object.values(await import(file))
    .find((part) => typeof part === "function" && ${String(TURNS)}.test(String(part)));
  if (!turn) throw new Error(file + " does not say how the language is changed.");
  await turn(language);
  await document.fonts.ready;
})`;

/** Has the sentences and letters of every language come, for a page that will be without network. */
export async function bringLanguages(page: Page, back: Language): Promise<void> {
  for (const language of [...LANGUAGES.filter((other) => other !== back), back]) {
    await turnTo(page, language);
    await settled(page);
  }
}
