import { attributeOf, elementsOf, type HtmlNode } from "../html/tree.ts";
import { optionName } from "../questions/option-name.ts";
import type { Found } from "./context.ts";
import { pictureIn } from "./places.ts";
import { replaced, textIn } from "./tree.ts";

const isInteraction = ({ name }: HtmlNode): boolean => /^qti-.*-interaction$/.test(name);
export const isGap = ({ name }: HtmlNode): boolean =>
  name === "qti-text-entry-interaction" || name === "qti-inline-choice-interaction";

/** What is answered in a text, in its order. */
export const interactionsIn = (node: HtmlNode): HtmlNode[] =>
  elementsOf(node).flatMap((child) => (isInteraction(child) ? [child] : interactionsIn(child)));

const INLINE = /^(?:span|b|strong|i|em|label|a)$/;
const isUnit = ({ name, attributes }: HtmlNode): boolean =>
  name === "span" && "data-unit" in attributes;
const isBeside = (child: HtmlNode | string): boolean =>
  typeof child === "string"
    ? child.trim() !== ""
    : INLINE.test(child.name) && !isUnit(child) && textIn(child) !== "";

/** Whether one only writes beneath what is asked or at its end, and not within its words. */
export function standsAlone(node: HtmlNode, body: HtmlNode): boolean {
  const inner = elementsOf(body).find((each) => interactionsIn(each).includes(node));
  const behind = body.children.slice(body.children.indexOf(inner ?? node) + 1);
  const isAlone = !behind.some((child) => isBeside(child));
  if (!inner) return isAlone;
  return standsAlone(node, inner) && (isAlone || !INLINE.test(inner.name));
}

/** One that we wrote as the gap of a text. */
export const isOurGap = (node: HtmlNode): boolean =>
  (attributeOf(node, "response-identifier") ?? "").startsWith("GAP_");

/** What is answered, and whether that is done within the words that ask. */
export type Reads = { readonly found: Found | undefined; readonly isWithin: boolean };

const GAP = "_____";

/** Readers of pages take the smallest pictures for what keeps things apart; what is answered on is none. */
const unsized = (img: HtmlNode | undefined): HtmlNode[] => {
  if (!img) return [];
  const { width: _w, height: _h, ...attributes } = img.attributes;
  return [{ ...img, attributes }];
};

/** What is asked: the text around an interaction, what this asks itself, and gaps of ours in place of those that are answered. */
export function askedIn(body: HtmlNode, { found, isWithin }: Reads): HtmlNode {
  let gaps = 0;
  const isCloze = found?.question === "cloze";
  const gap = (): string => (isCloze ? `[[${optionName(gaps++)}]]` : GAP);
  const by = (node: HtmlNode): readonly (HtmlNode | string)[] | undefined => {
    if (/^qti-(?:rubric-block|feedback-(?:block|inline)|template-(?:block|inline))$/.test(node.name)) return []; // prettier-ignore
    if (isUnit(node)) return [];
    if (node.name === "qti-gap") return [gap()];
    if (node.name === "qti-gap-text") return [];
    if (isGap(node)) return isWithin ? [gap()] : [];
    if (node.name === "qti-gap-match-interaction") return [replaced(node, by)];
    if (!isInteraction(node)) return undefined;
    const img = node.name === "qti-hotspot-interaction" ? unsized(pictureIn(node)) : [];
    return [...elementsOf(node, "qti-prompt").map((each) => replaced(each, by)), ...img]; // prettier-ignore
  };
  return replaced(body, by);
}
