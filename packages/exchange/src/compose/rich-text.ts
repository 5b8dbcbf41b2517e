import type { RichNode, RichText } from "@twiza/contract";
import type { FlowItem, FlowPicture } from "../flow/flow.ts";
import type { Telling } from "../flow/remarks.ts";
import { listAt, listNodes } from "./list.ts";
import { headingNodes, paragraphsOf } from "./text-node.ts";
import { NODES } from "./text-writer.ts";

/** Text that stands inside a block, and what has no place in it and follows the block. */
export type Inside<Own> = {
  /** None when there are no words; several when there are more than one may hold. */
  readonly docs: readonly RichText[];
  readonly pictures: readonly FlowPicture[];
  readonly after: readonly FlowItem<Own>[];
};

function nodesOf(items: readonly FlowItem<unknown>[], at: number, remarks: Telling) {
  const item = items[at];
  if (item?.kind !== "paragraph") return { nodes: [], count: 1 };
  const list = listAt(items, at);
  if (list.length > 0) return { nodes: listNodes(list, remarks), count: list.length };
  if (item.content.length === 0) return { nodes: [], count: 1 };
  const { role } = item;
  const nodes =
    role.type === "heading"
      ? headingNodes(item.content, role.level <= 3 ? 3 : 4, remarks)
      : paragraphsOf(item.content, remarks);
  return { nodes, count: 1 };
}

/** Paragraphs, headings (of levels as their file has them) and lists as the text of one block. */
export function insideOf<Own>(items: readonly FlowItem<Own>[], remarks: Telling): Inside<Own> {
  const nodes: RichNode[] = [];
  for (let at = 0; at < items.length;) {
    const next = nodesOf(items, at, remarks);
    nodes.push(...next.nodes);
    at += next.count;
  }
  const docs: RichText[] = [];
  for (let at = 0; at < nodes.length; at += NODES)
    docs.push({ type: "doc", content: nodes.slice(at, at + NODES) });
  return {
    docs,
    pictures: items.flatMap((item): readonly FlowPicture[] =>
      item.kind === "paragraph" ? item.pictures : [],
    ),
    after: items.filter(({ kind }) => kind === "table" || kind === "ready"),
  };
}

const words = (content: readonly { readonly text: string }[] = []): string =>
  content.map(({ text }) => text).join("");

/** Text without marks: an empty line between paragraphs, a dash or a number before the items of a list. */
export function plainTextOf({ content }: RichText): string {
  const parts = content.map((node) => {
    if (node.type === "paragraph" || node.type === "heading") return words(node.content);
    return node.content
      .map(({ content: paragraphs }, index) => {
        const sign = node.type === "orderedList" ? `${index + 1}. ` : "– ";
        return sign + paragraphs.map((paragraph) => words(paragraph.content)).join(" ");
      })
      .join("\n");
  });
  return parts.join("\n\n").trim();
}
