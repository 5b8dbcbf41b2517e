/** A cell of what is taken along: words, or a figure that a sheet can count with. */
export type CellValue = string | number | undefined;
/** Head and rows. */
export type Table = readonly (readonly CellValue[])[];
