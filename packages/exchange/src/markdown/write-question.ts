import type { QuestionBlock } from "@twiza/contract";
import type { BlockContent, ListItem } from "mdast";
import type { ImportedQuestion } from "../imported.ts";
import { blocksOf, plainBlocksOf } from "./to-mdast.ts";
import type { Written } from "./fenced.ts";

const quote = (text: string | undefined): BlockContent[] =>
  text === undefined || text === "" ? [] : [{ type: "blockquote", children: plainBlocksOf(text) }];

/** A question as our courses are written. */
export function writtenQuestion(block: ImportedQuestion | Omit<QuestionBlock, "key">): Written {
  const { prompt, options, number, feedback, question } = block;
  const items = options.map(({ text, right, feedback: words }): ListItem => ({
    type: "listItem",
    checked: right,
    spread: false,
    children: [...plainBlocksOf(text), ...quote(words)],
  }));
  const list: BlockContent[] = items.length > 0 ? [{ type: "list", children: items }] : [];
  return {
    name: "question",
    attributes: {
      kind: question,
      answer: number && String(number.value),
      tolerance: number && String(number.tolerance),
      unit: number?.unit,
    },
    content: [...blocksOf(prompt), ...list, ...quote(feedback)],
  };
}
