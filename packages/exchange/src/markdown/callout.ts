import type { BlockContent, DefinitionContent, RootContent } from "mdast";
import { insideOf, plainTextOf } from "../compose/rich-text.ts";
import type { ImportedCallout } from "../imported.ts";
import type { FurtherItem } from "../reading.ts";
import { type Blocks, readInside } from "./blocks.ts";

type Tone = ImportedCallout["tone"];

/** What other programs call the same: GitHub, Obsidian, Docusaurus, VuePress. */
const TONES: Readonly<Record<string, Tone>> = {
  note: "note",
  info: "note",
  abstract: "note",
  summary: "note",
  quote: "note",
  tip: "tip",
  hint: "tip",
  success: "tip",
  important: "warning",
  warning: "warning",
  caution: "warning",
  attention: "warning",
  danger: "warning",
  error: "warning",
  example: "example",
};

export const toneOf = (name: string): Tone | undefined => {
  const known = name.toLowerCase();
  return Object.hasOwn(TONES, known) ? TONES[known] : undefined;
};

const SIGN = /^\[!([a-z]+)\][-+]?[ \t]*(?:\n|$)/i;

type Quote = { readonly tone: Tone | undefined; readonly children: readonly RootContent[] };

/** A quotation, and the tone that its first line gives it: `> [!TIP]`. */
export function quoteOf(children: readonly (BlockContent | DefinitionContent)[]): Quote {
  const [first, ...rest] = children;
  const text = first?.type === "paragraph" ? first.children[0] : undefined;
  const sign = text?.type === "text" ? SIGN.exec(text.value) : null;
  const tone = sign && toneOf(sign[1] ?? "");
  if (!sign || !tone || first?.type !== "paragraph" || text?.type !== "text")
    return { tone: undefined, children };
  const value = text.value.slice(sign[0].length);
  const words = [...(value ? [{ ...text, value }] : []), ...first.children.slice(1)];
  return { tone, children: words.length > 0 ? [{ ...first, children: words }, ...rest] : rest };
}

type Called = Quote & { readonly at: number };

/** A quotation as callouts, one as a rule; a table in it follows. */
export function calloutOf(blocks: Blocks, { tone, children, at }: Called): FurtherItem[] {
  const { remarks } = blocks.context;
  const { docs, pictures, after } = insideOf(readInside(blocks, children), remarks);
  if (tone === undefined) remarks.tally("changed", "quote.callout");
  const callouts = docs.map((doc, index): FurtherItem => ({
    kind: "ready",
    at,
    block: { kind: "callout", tone: tone ?? "note", doc },
    words: plainTextOf(doc),
    pictures: index === docs.length - 1 ? pictures : [],
  }));
  const alone: FurtherItem[] =
    docs.length === 0 && pictures.length > 0
      ? [{ kind: "paragraph", at, role: { type: "body" }, content: [], pictures }]
      : [];
  return [...callouts, ...alone, ...after];
}
