import type { List, ListItem } from "mdast";
import type { Role } from "../flow/flow.ts";
import { cleanText } from "../flow/texts.ts";
import { addParagraph, type Blocks, lineOf, plain } from "./blocks.ts";
import { inlineOf } from "./inline.ts";

/** Reads what an item holds: its first paragraph is the item, the others go on with it, lists in it lie deeper. */
function readItem(blocks: Blocks, item: ListItem, role: Extract<Role, { type: "item" }>): void {
  const { context } = blocks;
  const { checked } = item;
  if (typeof checked === "boolean") context.remarks.tally("changed", "task.written");
  const sign = typeof checked === "boolean" ? `${checked ? "☑" : "☐"} ` : "";
  let isFirst = true;
  const next = (): Role => (isFirst ? role : { ...role, goesOn: true });
  for (const child of item.children) {
    const at = lineOf(blocks, child);
    if (child.type === "list") {
      if (isFirst) addParagraph(blocks, { at, role }, plain(sign));
      readList(blocks, child, role.level + 1);
    } else if (child.type === "paragraph") {
      const { texts, pictures } = inlineOf(child.children, context);
      const signed = isFirst && sign !== "" ? [...plain(sign).texts, ...texts] : texts;
      addParagraph(blocks, { at, role: next() }, { texts: signed, pictures });
    } else if (child.type === "code") {
      context.remarks.tally("changed", "code.plain");
      addParagraph(blocks, { at, role: next() }, plain(cleanText(child.value)));
    } else blocks.read(blocks, child);
    isFirst = false;
  }
}

/** Reads a list that lies so deep in others, from 0. */
export function readList(blocks: Blocks, list: List, level: number): void {
  blocks.lists.count += 1;
  const name = String(blocks.lists.count);
  list.children.forEach((item, index) => {
    const number = list.ordered ? (list.start ?? 1) + index : undefined;
    readItem(blocks, item, { type: "item", list: name, level, number });
  });
}
