/** The rows so far and a page more. What is already there stays as it is: it may have moved to the next page meanwhile. */
export function joined<Row>(
  rows: readonly Row[],
  more: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const known = new Set(rows.map(keyOf));
  return [...rows, ...more.filter((row) => !known.has(keyOf(row)))];
}

/** A row put in the place of the one with its name, or at the head where it is new. */
export function withRow<Row>(
  rows: readonly Row[],
  row: Row,
  keyOf: (row: Row) => string,
): readonly Row[] {
  const key = keyOf(row);
  const at = rows.findIndex((other) => keyOf(other) === key);
  return at < 0 ? [row, ...rows] : rows.with(at, row);
}
