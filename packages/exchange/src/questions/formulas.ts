/** What a sheet would reckon, or hand to another program: never where a text of ours begins. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** A cell that no sheet takes for a formula: an apostrophe before it says that it is a text. */
export const harmless = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

/** The cell without that apostrophe. */
export const meant = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
