import type { RichNode } from "@twiza/contract";
import type { FlowItem, FlowParagraph, Role } from "../flow/flow.ts";
import type { Telling } from "../flow/remarks.ts";
import { folded, type Paragraph, paragraphsOf, prefixed } from "./text-node.ts";

type Item = FlowParagraph & { readonly role: Extract<Role, { type: "item" }> };
const isItem = (item: FlowItem<unknown> | undefined): item is Item =>
  item?.kind === "paragraph" && item.role.type === "item";

/** What the contract lets a list and an item hold. */
const [ITEMS, PARAGRAPHS] = [50, 5];

/** Items that make one list, from `from` on: until it is interrupted, by a picture too, or counts otherwise. */
export function listAt(items: readonly FlowItem<unknown>[], from: number): Item[] {
  const group: Item[] = [];
  const first = items[from];
  if (!isItem(first)) return group;
  let expected = first.role.number;
  for (
    let item: FlowItem<unknown> | undefined = first;
    isItem(item);
    item = items[from + group.length]
  ) {
    const { level, list, number, goesOn = false } = item.role;
    if (level < first.role.level) break;
    if (level === first.role.level && !goesOn) {
      if (list !== first.role.list || number !== expected) break;
      if (expected !== undefined) expected += 1;
    }
    group.push(item);
    if (item.pictures.length > 0) break;
  }
  return group;
}

const signOf = ({ role }: Item): string => (role.number === undefined ? "– " : `${role.number}. `);

/** Items with what hangs on to them. In lists without numbers, deeper items are items as well. */
function flattened(group: readonly Item[], remarks: Telling): Paragraph[][] {
  const base = group[0]?.role;
  const result: Paragraph[][] = [];
  for (const item of group) {
    const above = result.at(-1);
    const isNested = item.role.level > (base?.level ?? 0);
    const { goesOn = false } = item.role;
    if (isNested && !goesOn) remarks.tally("changed", "list.flattened");
    if (goesOn && above) above.push(...paragraphsOf(item.content, remarks));
    else if (!isNested || !above) result.push(paragraphsOf(item.content, remarks));
    else if (base?.number === undefined) {
      const sign = item.role.number === undefined ? "" : signOf(item);
      result.push(paragraphsOf(prefixed(sign, item.content), remarks));
      // So that the numbers stay as they were, it is a line of the item above it.
    } else above.push(...paragraphsOf(prefixed(signOf(item), item.content), remarks));
  }
  return result
    .filter((paragraphs) => paragraphs.length > 0)
    .map((paragraphs) => folded(paragraphs, PARAGRAPHS, remarks));
}

/** Items whose numbers a list could not show: they are written out. */
const writtenOut = (items: readonly Paragraph[][], from: number, remarks: Telling): RichNode[] =>
  items.flatMap(([first, ...rest], index) => [
    ...paragraphsOf(prefixed(`${from + index}. `, first?.content ?? []), remarks),
    ...rest,
  ]);

/** A list as nodes: one list as a rule, several where it is long, paragraphs where its numbers do not begin with 1. */
export function listNodes(group: readonly Item[], remarks: Telling): RichNode[] {
  const items = flattened(group, remarks);
  const number = group[0]?.role.number;
  const isCut = number !== undefined && (number !== 1 || items.length > ITEMS);
  if (isCut) remarks.tally("changed", "list.number_written");
  if (number !== undefined && number !== 1) return writtenOut(items, number, remarks);
  const type = number === undefined ? "bulletList" : "orderedList";
  const lists: RichNode[] = [];
  const shown = number === undefined ? items : items.slice(0, ITEMS);
  for (let at = 0; at < shown.length; at += ITEMS) {
    const content = shown.slice(at, at + ITEMS).map((paragraphs) => ({
      type: "listItem" as const,
      content: paragraphs,
    }));
    lists.push({ type, content });
  }
  return [...lists, ...writtenOut(items.slice(shown.length), ITEMS + 1, remarks)];
}
