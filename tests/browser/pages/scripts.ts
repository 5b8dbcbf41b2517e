/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";

/**
 * What a reader of two scripts sees and no scanner looks at: a text marked as another language than the one it is written in, so
 * that a voice reads it wrongly, and a name that stands at the wrong end of its line because its letters run the other way.
 */
export const scriptFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** A name of a person, a place or a group may be in any script; so many words are a sentence. */
    const SENTENCE = 5;
    /** Codes and addresses are in none, and what people wrote in a note is in nobody knows which. */
    const NO_LANGUAGE = "script, style, pre, textarea, bdi[dir=ltr], bdi[dir=auto]";
    const SCRIPTS: readonly { of: readonly string[]; word: RegExp }[] = [
      { of: ["ar"], word: /\p{Script=Arabic}+/gu },
      { of: ["zgh"], word: /\p{Script=Tifinagh}+/gu },
      { of: ["fr", "en"], word: /\p{Script=Latin}{2,}/gu },
    ];
    /** What an organisation writes in a language of its own is in the letters of that language, whichever they are. */
    const isAdded = (language: string) =>
      language !== "" && !SCRIPTS.some(({ of }) => of.includes(language));
    const name = (element: Element) => element.outerHTML.slice(0, 110).replaceAll(/\s+/g, " ");
    const faults: string[] = [];
    /** What holds a figure is the number of something, and its letters are chance. */
    const NUMBER = /\S*\d\S*/g;

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      const language = parent?.closest("[lang]")?.getAttribute("lang") ?? "";
      if (!parent?.checkVisibility() || parent.closest(NO_LANGUAGE)) continue;
      for (const { of, word } of SCRIPTS) {
        const words = text.textContent?.replaceAll(NUMBER, "").match(word)?.length ?? 0;
        if (words >= SENTENCE && !of.includes(language) && !isAdded(language))
          faults.push(`not in ${language}: ${name(parent)}`);
      }
    }

    for (const bdi of document.querySelectorAll("bdi[dir=ltr]"))
      if (/\p{Script=Arabic}/u.test(bdi.textContent))
        faults.push(`runs the wrong way: ${name(bdi)}`);

    for (const bdi of document.querySelectorAll("bdi")) {
      const around = bdi.parentElement;
      if (!around || !bdi.checkVisibility()) continue;
      const { display, direction, textAlign } = getComputedStyle(bdi);
      const range = document.createRange();
      range.selectNodeContents(bdi);
      const isLoose = bdi.getBoundingClientRect().width > range.getBoundingClientRect().width + 8;
      const isTurned = direction !== getComputedStyle(around).direction;
      if (display === "block" && textAlign === "start" && isTurned && isLoose)
        faults.push(`at the wrong end of its line: ${name(bdi)}`);
    }
    return [...new Set(faults)];
  });
