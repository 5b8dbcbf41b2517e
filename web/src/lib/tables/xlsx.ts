import writeSheet, { type SheetData } from "write-excel-file/browser";
import type { Table } from "./table.ts";

type Look = { readonly name: string; readonly isRightToLeft: boolean };

/** A table as a sheet: figures that can be counted with, the head kept in sight, Arabic from the right. Words are words, never formulas. */
export function xlsxOf(rows: Table, look: Look): Promise<Blob> {
  const data: SheetData = rows.map((row, place) =>
    row.map((value) => {
      if (value === undefined) return null;
      if (typeof value === "number") return { value, type: Number };
      return { value, type: String, ...(place === 0 ? { fontWeight: "bold" as const } : {}) };
    }),
  );
  return writeSheet(data, {
    sheet: sheetName(look.name),
    rightToLeft: look.isRightToLeft,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: (rows[0] ?? []).map((_, column) => ({ width: column === 0 ? 28 : 16 })),
  }).toBlob();
}

/** At most 31 characters, and none that Excel forbids. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:]/g, " ")
    .trim()
    .slice(0, 31) || "Twiza";
