import type { RichNode } from "@twiza/contract";
import { shortened } from "../flow/texts.ts";
import type { ImportedBlock } from "../imported.ts";
import type { FlowTable } from "../flow/flow.ts";
import type { Telling } from "../flow/remarks.ts";
import { paragraphsOf } from "./text-node.ts";

type Table = Extract<ImportedBlock, { kind: "table" }>;
type Cells = readonly string[];

/** What the contract lets a table hold: columns, rows, and characters of a cell and of the head. */
const [COLUMNS, ROWS, CELL, HEAD] = [8, 60, 400, 200];

const NUMBER = /^[-+−]?\d[\d\s.,\u00A0\u202F]*(?:%|DH|MAD|€|\$|kg|g|l|m|درهم)?$/i;

/** Whether figures stand in a column, which are easier to compare at the right. */
const isNumeric = (rows: readonly Cells[], column: number): boolean => {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "");
  return cells.length > 0 && cells.every((cell) => NUMBER.test(cell.trim()));
};

/** The columns of each table: eight at most, and the first one again in each, since it says what a row is about. */
function columnSets(width: number): number[][] {
  const all = Array.from({ length: width }, (_, column) => column);
  if (width <= COLUMNS) return [all];
  const sets: number[][] = [];
  for (let at = 1; at < width; at += COLUMNS - 1)
    sets.push([0, ...all.slice(at, at + COLUMNS - 1)]);
  return sets;
}

function shortenedCells(table: FlowTable, remarks: Telling) {
  const overlong: string[] = [];
  const rows = table.rows.map((row, y) =>
    row.map((cell, x) => {
      const text = shortened(cell, y === 0 && table.hasHead ? HEAD : CELL);
      if (text === cell) return cell;
      remarks.add("changed", "table.cell_shortened", { row: y + 1, column: x + 1 });
      overlong.push(cell);
      return text;
    }),
  );
  return { rows, overlong };
}

/** A table as blocks: several where it is wide or long. What a cell could not hold follows whole, as text. */
export function tableBlocks(
  table: FlowTable,
  remarks: Telling,
): { readonly tables: Table[]; readonly after: RichNode[] } {
  const { rows: all, overlong } = shortenedCells(table, remarks);
  const width = all[0]?.length ?? 1;
  const [head, rows] = table.hasHead
    ? [all[0] ?? [], all.slice(1)]
    : [Array.from({ length: width }, () => ""), all];
  if (width > COLUMNS) remarks.add("changed", "table.split_columns", { columns: width });
  if (rows.length > ROWS) remarks.add("changed", "table.split_rows", { rows: rows.length });
  remarks.add("imported", "table.imported", { rows: rows.length, columns: width });
  const tables = columnSets(width).flatMap((columns) => {
    const pick = (row: Cells): string[] => columns.map((column) => row[column] ?? "");
    const numeric = columns.map((column) => table.numeric?.[column] ?? isNumeric(rows, column));
    const parts: Table[] = [];
    for (let at = 0; at === 0 || at < rows.length; at += ROWS)
      parts.push({
        kind: "table",
        head: pick(head),
        numeric,
        rows: rows.slice(at, at + ROWS).map(pick),
        ...(table.caption !== undefined && { caption: table.caption }),
      });
    return parts;
  });
  const after = overlong.flatMap((text) => paragraphsOf([{ type: "text", text }], remarks));
  return { tables, after };
}
