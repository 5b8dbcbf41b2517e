import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import type { Context } from "./context.ts";
import { type FlowParagraph, type FlowPicture, type FlowTable, wordsOf } from "../flow/flow.ts";
import { quoted } from "../quoted.ts";
import { numberOf } from "./styles.ts";
import { isOn, valueOf } from "./values.ts";
import { wordsIn } from "./words-in.ts";

/** Reads what stands in a cell, as it would stand anywhere. */
type ReadInside = (nodes: readonly XmlNode[]) => readonly (FlowParagraph | FlowTable)[];

type Reading = {
  readonly context: Context;
  readonly at: number;
  readonly readInside: ReadInside;
  readonly pictures: FlowPicture[];
};

/** Rows and cells, through whatever wraps them: content controls, insertions, custom markup. */
const wrapped = (node: XmlNode, name: string): XmlNode[] =>
  elementsOf(node).flatMap((child) => {
    if (child.name === name) return [child];
    const isWrap = /^w:(?:sdt|sdtContent|ins|customXml|moveTo)$/.test(child.name);
    return isWrap ? wrapped(child, name) : [];
  });

const isRich = ({ role, content }: FlowParagraph): boolean =>
  role.type === "item" || content.some(({ marks }) => marks !== undefined);

const itemSign = ({ role }: FlowParagraph): string => {
  if (role.type !== "item") return "";
  return role.number === undefined ? "– " : `${role.number}. `;
};

/** A cell as plain words, its paragraphs on lines of their own. */
function cellText(cell: XmlNode, { context, readInside, pictures }: Reading): string {
  const lines = readInside(elementsOf(cell)).flatMap((item) => {
    pictures.push(...item.pictures);
    if (item.kind === "table") {
      context.remarks.tally("changed", "table.nested");
      return item.rows.map((row) => row.filter(Boolean).join(" · "));
    }
    if (isRich(item)) context.remarks.tally("changed", "table.plain");
    return [itemSign(item) + wordsOf(item.content)];
  });
  return lines.filter((line) => line.trim() !== "").join("\n");
}

/** The cells of a row; one that reaches over others leaves these empty. */
function cellsOf(row: XmlNode, reading: Reading): string[] {
  const { remarks } = reading.context;
  const skipped = numberOf(valueOf(find(row, "w:trPr", "w:gridBefore"))) ?? 0;
  const cells = wrapped(row, "w:tc").flatMap((cell) => {
    const properties = find(cell, "w:tcPr");
    const merge = find(properties, "w:vMerge");
    const span = Math.min(numberOf(valueOf(find(properties, "w:gridSpan"))) ?? 1, MOST_COLUMNS);
    const isContinued = merge !== undefined && valueOf(merge) !== "restart";
    if (span > 1 || isContinued) remarks.tally("changed", "table.merged");
    const text = cellText(cell, reading);
    return [text, ...Array.from({ length: span - 1 }, () => "")];
  });
  return [...Array.from({ length: Math.min(skipped, MOST_COLUMNS) }, () => ""), ...cells];
}

/** As many as Word itself allows. */
const MOST_COLUMNS = 63;

function isKept(row: XmlNode, { remarks }: Context): boolean {
  if (!find(row, "w:trPr", "w:del")) return true;
  remarks.add("skipped", "table.row_skipped", { words: quoted(wordsIn(row)) });
  return false;
}

/** The cell of a table that is only a frame around it. */
export function onlyCell(table: XmlNode): XmlNode | undefined {
  const [row, ...rows] = wrapped(table, "w:tr");
  const [cell, ...cells] = row ? wrapped(row, "w:tc") : [];
  return rows.length === 0 && cells.length === 0 ? cell : undefined;
}

/** Reads a table; nothing when none of its rows is left. */
export function readTable(
  table: XmlNode,
  { context, at, readInside }: Omit<Reading, "pictures">,
): FlowTable | undefined {
  const reading = { context, at, readInside, pictures: [] };
  const kept = wrapped(table, "w:tr").filter((row) => isKept(row, context));
  const [first] = kept;
  if (!first) return undefined;
  const cells = kept.map((row) => cellsOf(row, reading));
  const width = Math.max(...cells.map(({ length }) => length), 1);
  const rows = cells.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ""),
  ]);
  const isMarked = isOn(find(first, "w:trPr", "w:tblHeader")) ?? saysFirstRow(table);
  if (!isMarked && rows.length > 1) context.remarks.add("changed", "table.head_assumed");
  return {
    kind: "table",
    at,
    rows,
    hasHead: isMarked || rows.length > 1,
    pictures: reading.pictures,
  };
}

/** Whether the table looks as if its first row were a head: by name, or by a bit of the older way to say it. */
function saysFirstRow(table: XmlNode): boolean {
  const look = find(table, "w:tblPr", "w:tblLook")?.attributes;
  const named = look?.get("w:firstRow");
  if (named !== undefined) return named === "1" || named === "true";
  return (Number.parseInt(look?.get("w:val") ?? "0", 16) & 0x20) !== 0;
}
