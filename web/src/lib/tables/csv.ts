import type { CellValue, Table } from "./table.ts";

/**
 * A table as CSV that every spreadsheet opens: with a mark that it is UTF-8, and lines that end as RFC 4180 says. What a spreadsheet
 * would take for a formula gets an apostrophe before it, so that nobody's name is run; a telephone number keeps its plus.
 */
export const csvOf = (rows: Table): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;

function cellOf(value: CellValue): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const isPhone = /^\+[0-9]{8,15}$/.test(value);
  const safe = !isPhone && /^[\s]*[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
