import type { RichInline, RichNode, RichText } from "@twiza/contract";
import { gapsIn } from "@twiza/contract/marking";

const GAP = /(\[\[[a-z]\]\])/;

/** The gaps of a written text in their order. */
export const gapsInText = (doc: RichText): readonly string[] => gapsIn(JSON.stringify(doc));

/** Words as a text, each line a paragraph. */
export const asText = (words: string): RichText => ({
  type: "doc",
  content: words
    .split("\n")
    .map((line) => ({ type: "paragraph", ...(line ? { content: [{ type: "text", text: line }] } : {}) })),
}); // prettier-ignore

/** A text with something else where its gaps are, bold and slanted, so that it can be told from the words around. Pure. */
export function gapped(doc: RichText, by: (gap: string) => string): RichText {
  const filled = <N extends { content?: RichInline[] | undefined }>(line: N): N =>
    line.content ? { ...line, content: line.content.flatMap((piece) => fill(piece, by)) } : line;
  return { ...doc, content: doc.content.map((node) => inNode(node, filled)) };
}

type Line = { content?: RichInline[] | undefined };
const inNode = (node: RichNode, filled: <N extends Line>(line: N) => N): RichNode =>
  node.type === "paragraph" || node.type === "heading"
    ? filled(node)
    : {
        ...node,
        content: node.content.map((item) => ({ ...item, content: item.content.map(filled) })),
      };

const fill = (piece: RichInline, by: (gap: string) => string): RichInline[] =>
  piece.text.split(GAP).flatMap((text): RichInline[] => {
    const [gap] = gapsIn(text);
    if (gap === undefined) return text === "" ? [] : [{ ...piece, text }];
    return [{ type: "text", text: by(gap), marks: [{ type: "bold" }, { type: "italic" }] }];
  });
