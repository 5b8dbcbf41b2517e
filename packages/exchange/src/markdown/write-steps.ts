import type { RichText } from "@twiza/contract";
import type { BlockContent, ListItem } from "mdast";
import type { Written } from "./fenced.ts";
import { blocksOf } from "./to-mdast.ts";

/** Steps as our courses are written: a list with numbers. */
export function writtenSteps(steps: readonly RichText[]): Written {
  const children = steps.map((step): ListItem => ({
    type: "listItem",
    spread: true,
    children: blocksOf(step),
  }));
  const list: BlockContent = { type: "list", ordered: true, spread: true, children };
  return { name: "steps", content: [list] };
}
