/** What a sheet would reckon, or hand to another program: an apostrophe before it says that it is a text. */
const FORMULA = /^'*[=+\-@\t\r]/;
const cellOf = (cell: string): string =>
  `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;

/** Rows as a table that any spreadsheet opens (RFC 4180), in UTF-8 and marked as such. */
export const tableOf = (rows: readonly (readonly string[])[]): Blob =>
  new Blob(["\uFEFF", rows.map((row) => row.map(cellOf).join(",")).join("\r\n"), "\r\n"], {
    type: "text/csv;charset=utf-8",
  });
