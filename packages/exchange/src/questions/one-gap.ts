import type { RichNode, RichText } from "@twiza/contract";
import { withGaps } from "@twiza/contract/marking";
import { GAP_SIGN } from "./held.ts";

function changed(node: RichNode, change: (text: string) => string): RichNode {
  if (node.type === "paragraph") {
    const { content } = node;
    return content ? { ...node, content: content.map((each) => ({ ...each, text: change(each.text) })) } : node; // prettier-ignore
  }
  if (node.type === "heading")
    return { ...node, content: node.content.map((each) => ({ ...each, text: change(each.text) })) };
  const inside = node.content.map((item) => ({
    ...item,
    content: item.content.map((each) => changed(each, change) as typeof each),
  }));
  return { ...node, content: inside };
}

/** A text whose gaps are lines to write on. */
export const withLines = ({ type, content }: RichText): RichText => ({
  type,
  content: content.map((node) => changed(node, (text) => withGaps(text, () => GAP_SIGN))),
});

/** A text whose lines to write on are a gap of that name. */
export const withGap = ({ type, content }: RichText, gap: string): RichText => ({
  type,
  content: content.map((node) => changed(node, (text) => text.replaceAll(GAP_SIGN, `[[${gap}]]`))),
});
