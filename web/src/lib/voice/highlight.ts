import type { Span } from "@twiza/contract/sentence";
import type { Words } from "./words.ts";

/** How the page marks what is spoken; its looks are in Dock.svelte. */
const NAME = "spoken";

/** Lights up a sentence, or the whole element where the sentence is not on the page, or the browser cannot light up words. */
export function light(element: HTMLElement, words: Words, span: Span | undefined): DOMRect {
  dim();
  const range = span && words.rangeOf(span);
  if (range && "highlights" in CSS) CSS.highlights.set(NAME, new Highlight(range));
  else element.dataset["spoken"] = "";
  return (range ?? element).getBoundingClientRect();
}

/** Nothing is spoken any more. */
export function dim(): void {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
  for (const lit of document.querySelectorAll<HTMLElement>("[data-spoken]"))
    delete lit.dataset["spoken"];
}
