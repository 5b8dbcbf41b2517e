import type { Span } from "@twiza/contract/sentence";

/** What stands in an element, as it is read aloud, and where each word of it is on the page. */
export type Words = { readonly text: string; readonly rangeOf: (span: Span) => Range | undefined };

/** What is on the page and not part of its words: controls, signs, what is for the eye alone. */
const UNSAID = "button, input, svg, summary, [aria-hidden=true], [data-unsaid]";
/** After these a speaker breathes. */
const BREAKS: ReadonlySet<string> = new Set(
  "P LI H1 H2 H3 H4 TR CAPTION FIGCAPTION DIV BR DT DD".split(" "),
);
const CELLS: ReadonlySet<string> = new Set(["TD", "TH"]);

/** Reads an element in the order of the page. Pictures say what is on them; the cells of a row follow one another. */
export function wordsIn(element: Element): Words {
  let text = "";
  const pieces: { readonly node: Text; readonly from: number }[] = [];
  const read = (node: Node): void => {
    if (node instanceof Text) {
      pieces.push({ node, from: text.length });
      text += node.data;
    }
    if (!(node instanceof Element) || node.matches(UNSAID)) return;
    if (node instanceof HTMLImageElement) text += `${node.alt}\n`;
    node.childNodes.forEach(read);
    if (CELLS.has(node.tagName) && node.nextElementSibling && node.textContent.trim()) text += ", ";
    else if (BREAKS.has(node.tagName)) text += "\n";
  };
  read(element);

  const placeOf = (at: number) => pieces.findLast(({ from }) => from <= at);
  return {
    text,
    rangeOf({ from, to }) {
      const [first, last] = [placeOf(from), placeOf(to - 1)];
      if (!first || !last || from - first.from > first.node.length) return undefined;
      const range = new Range();
      range.setStart(first.node, from - first.from);
      range.setEnd(last.node, Math.min(to - last.from, last.node.length));
      return range;
    },
  };
}
