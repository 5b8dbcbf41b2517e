import type { Of } from "./blocks.ts";

type Table = Of<"table">;

/** Each change of a table, as the table after it. Every row stays as long as the head. */
export const tableWith = (table: Table) => ({
  caption: (caption: string): Table => {
    const { caption: _, ...rest } = table;
    return caption === "" ? rest : { ...rest, caption };
  },
  head: (at: number, text: string): Table => ({ ...table, head: table.head.with(at, text) }),
  numeric: (at: number, isNumeric: boolean): Table => ({
    ...table,
    numeric: table.head.map((_, place) =>
      place === at ? isNumeric : (table.numeric[place] ?? false),
    ),
  }),
  cell: (line: number, at: number, text: string): Table => ({
    ...table,
    rows: table.rows.map((row, place) =>
      place === line
        ? table.head.map((_, column) => (column === at ? text : (row[column] ?? "")))
        : row,
    ),
  }),
  withRow: (): Table => ({ ...table, rows: [...table.rows, table.head.map(() => "")] }),
  withoutRow: (line: number): Table => ({ ...table, rows: table.rows.toSpliced(line, 1) }),
  withColumn: (): Table => ({
    ...table,
    head: [...table.head, ""],
    numeric: [...table.head.map((_, at) => table.numeric[at] ?? false), false],
    rows: table.rows.map((row) => [...table.head.map((_, at) => row[at] ?? ""), ""]),
  }),
  withoutColumn: (at: number): Table => ({
    ...table,
    head: table.head.toSpliced(at, 1),
    numeric: table.numeric.toSpliced(at, 1),
    rows: table.rows.map((row) => row.toSpliced(at, 1)),
  }),
});
