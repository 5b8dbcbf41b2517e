import type { RichNode } from "@twiza/contract";
import { countWords } from "../flow/flow.ts";
import type { Placed } from "./placed.ts";

/** More words on one screen are hard to read on a phone. */
const WORDS = 60;
/** What the contract lets one text hold. */
export const NODES = 100;

export const nodeWords = (node: RichNode): string => {
  if (node.type === "paragraph" || node.type === "heading")
    return (node.content ?? []).map(({ text }) => text).join("");
  return node.content.map(({ content }) => content.map(nodeWords).join(" ")).join(" ");
};

/** Whether what follows belongs to it: a heading, or a sentence that announces something. */
const announces = (node: RichNode | undefined): boolean =>
  node !== undefined && (node.type === "heading" || /[:：]\s*$/.test(nodeWords(node)));

/**
 * Gathers text until it fills a screen, or a heading begins the next one, and hands it over as blocks. What `isCut` already is
 * gathered until somebody says that a block ends.
 */
export function textWriter(hand: (placed: Placed) => void, isCut = false) {
  let nodes: RichNode[] = [];
  let [words, at] = [0, 0];
  const flush = (): void => {
    if (nodes.length > 0)
      hand({ at, block: { kind: "text", doc: { type: "doc", content: nodes } } });
    nodes = [];
    words = 0;
  };
  const add = (node: RichNode, paragraph: number): void => {
    const more = countWords(nodeWords(node));
    const isFull = words + more > WORDS && !announces(nodes.at(-1));
    const begins = node.type === "heading" && nodes.some(({ type }) => type !== "heading");
    if ((!isCut && (begins || isFull)) || nodes.length >= NODES) flush();
    if (nodes.length === 0) at = paragraph;
    nodes.push(node);
    words += more;
  };
  return { add, flush };
}
