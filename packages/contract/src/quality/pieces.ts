import type { RichNode, RichText } from "../rich-text.ts";
import type { DraftBlock } from "../draft-block.ts";

/** What stands in one piece: a paragraph, an item of a list, an answer. */
const lineOf = ({ content = [] }: { readonly content?: readonly { readonly text: string }[] | undefined }): string =>
  content.map(({ text }) => text).join(""); // prettier-ignore

function linesOf(node: RichNode): readonly string[] {
  if (node.type === "paragraph" || node.type === "heading") return [lineOf(node)];
  return node.content.map((item) => item.content.map(lineOf).join("\n"));
}

/** The pieces of a text, in order. */
const piecesOf = ({ content }: RichText): readonly string[] => content.flatMap(linesOf);

/** All that is read in a block as sentences, piece by piece; the cells of a table are none. */
export function proseOf(block: DraftBlock): readonly string[] {
  switch (block.kind) {
    case "text":
    case "callout":
    case "term":
      return piecesOf(block.doc);
    case "file":
    case "link":
      return [block.about ?? ""];
    case "gallery":
      return block.pictures.map(({ caption }) => caption ?? "");
    case "steps":
      return block.steps.map((step) => piecesOf(step).join("\n"));
    case "audio":
    case "video":
      return block.transcript.split("\n");
    case "picture":
      return [block.caption ?? ""];
    case "question":
      return [
        ...piecesOf(block.prompt),
        ...block.options.flatMap(({ text, pair, feedback }) => [text, pair ?? "", feedback ?? ""]),
        block.hint ?? "",
        block.feedback ?? "",
      ];
    default:
      return [];
  }
}

/** The texts of a block that may hold links. */
export function textsOf(block: DraftBlock): readonly RichText[] {
  switch (block.kind) {
    case "text":
    case "callout":
    case "term":
      return [block.doc];
    case "steps":
      return block.steps;
    case "question":
      return [block.prompt];
    default:
      return [];
  }
}
