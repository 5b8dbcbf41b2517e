import type { RichInline, RichNode, RichText } from "@twiza/contract";
import type { BlockContent, ListItem, Paragraph, PhrasingContent } from "mdast";
import type { Mark } from "../flow/texts.ts";

/** Words with the breaks their author asked for. */
const words = (text: string): PhrasingContent[] =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: "break" } as const] : []),
      ...(line ? [{ type: "text", value: line } as const] : []),
    ]);

const ORDER = ["link", "bold", "italic"] as const;

const wrap = (mark: Mark, children: PhrasingContent[]): PhrasingContent => {
  if (mark.type === "bold") return { type: "strong", children };
  if (mark.type === "italic") return { type: "emphasis", children };
  return { type: "link", url: mark.attrs.href, children };
};

/** Nests marks, outermost first; neighbours under the same mark share it. */
function phrasingOf(texts: readonly RichInline[], depth = 0): PhrasingContent[] {
  const type = ORDER[depth];
  if (!type) return texts.flatMap(({ text }) => words(text));
  const markOf = (text: RichInline) => text.marks?.find((mark) => mark.type === type);
  const result: PhrasingContent[] = [];
  for (let at = 0; at < texts.length;) {
    const first = texts[at];
    const mark = first && markOf(first);
    const same = JSON.stringify(mark);
    let end = at + 1;
    for (let next = texts[end]; next && JSON.stringify(markOf(next)) === same; next = texts[end])
      end += 1;
    const inner = phrasingOf(texts.slice(at, end), depth + 1);
    if (mark) result.push(wrap(mark, inner));
    else result.push(...inner);
    at = end;
  }
  return result;
}

type RichParagraph = Extract<RichNode, { type: "paragraph" }>;
const paragraphOf = ({ content = [] }: RichParagraph): Paragraph => ({
  type: "paragraph",
  children: phrasingOf(content),
});

function blockOf(node: RichNode): BlockContent {
  if (node.type === "paragraph") return paragraphOf(node);
  if (node.type === "heading")
    return { type: "heading", depth: node.attrs.level, children: phrasingOf(node.content) };
  const children = node.content.map(({ content }): ListItem => ({
    type: "listItem",
    spread: content.length > 1,
    children: content.map(paragraphOf),
  }));
  return { type: "list", ordered: node.type === "orderedList", spread: false, children };
}

/** Rich text as Markdown's tree. */
export const blocksOf = (doc: RichText): BlockContent[] => doc.content.map(blockOf);

/** Plain text as Markdown's tree: an empty line begins a new paragraph. */
export const plainBlocksOf = (text: string): Paragraph[] =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .trim()
    .split(/\n{2,}/)
    .map((part) => ({ type: "paragraph", children: words(part) }));
