import type { RichInline, RichText } from "@twiza/contract";
import type { ImportedBlock } from "../imported.ts";

const inline = (texts: readonly RichInline[] = []): string =>
  texts
    .map(({ text, marks = [] }) =>
      marks.reduceRight((inner, mark) => {
        if (mark.type === "bold") return `**${inner}**`;
        return mark.type === "italic" ? `_${inner}_` : `[${inner}](${mark.attrs.href})`;
      }, text),
    )
    .join("");

/** Rich text on few lines, for looking at: `### heading`, `- item`, `1. item`, with ` / ` between the paragraphs of an item. */
const plain = ({ content }: RichText): string =>
  content
    .map((node) => {
      if (node.type === "paragraph") return inline(node.content);
      if (node.type === "heading") return `${"#".repeat(node.attrs.level)} ${inline(node.content)}`;
      return node.content
        .map(({ content: paragraphs }, at) => {
          const sign = node.type === "bulletList" ? "-" : `${at + 1}.`;
          return `${sign} ${paragraphs.map((each) => inline(each.content)).join(" / ")}`;
        })
        .join("\n");
    })
    .join("\n");

/** A block on few lines: text as above, `[alt | caption]`, `a | b` for the rows of a table. */
export const shown = (block: ImportedBlock): string => {
  if (block.kind === "text") return plain(block.doc);
  if (block.kind === "picture")
    return `[${[block.alt, block.caption].filter(Boolean).join(" | ")}]`;
  return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
};
