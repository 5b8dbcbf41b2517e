import type { DraftBlock } from "@twiza/contract";
import { withGaps } from "@twiza/contract/marking";
import { wordsOf } from "./rich-text.ts";

const MOST = 48;

/** The first words of a block, so that it can be told from others; empty where there are none. */
export function excerpt(block: DraftBlock | undefined): string {
  const words = (block ? firstWords(block) : "").replace(/\s+/g, " ").trim();
  const letters = Array.from(words);
  return letters.length <= MOST ? words : `${letters.slice(0, MOST).join("").trimEnd()}…`;
}

function firstWords(block: DraftBlock): string {
  switch (block.kind) {
    case "title":
      return block.text;
    case "text":
    case "callout":
      return wordsOf(block.doc);
    case "steps":
      return block.steps.map(wordsOf).join(" ");
    case "table":
      return [block.caption ?? "", ...block.head].join(" ");
    case "picture":
      return block.alt;
    case "audio":
      return block.transcript;
    case "question":
      return withGaps(wordsOf(block.prompt), () => "…");
    case "term":
      return `${block.term} ${wordsOf(block.doc)}`;
    case "gallery":
      return block.pictures.map(({ alt }) => alt).join(" ");
    case "file":
    case "link":
    case "video":
      return block.title;
  }
}
