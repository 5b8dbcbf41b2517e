import type { SQLOutputValue } from "node:sqlite";
import type { Item } from "../engine.ts";
import { isPlain } from "../plain.ts";

export type Row = Record<string, SQLOutputValue>;

/** A column that the schema says is text; anything else means that the file is not ours. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`column ${column} is not text`);
  return value;
}

export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`column ${column} is not a number`);
  return value;
}

/** JSON has no bytes: they stand as base64 under the empty name, which no attribute may have. */
const BYTES = "";

export const jsonOf = (item: Item): string =>
  JSON.stringify(item, (_, value: unknown) =>
    value instanceof Uint8Array ? { [BYTES]: Buffer.from(value).toString("base64") } : value,
  );

/** The JSON was an item when it was written, in this room; entities parse what is inside of it. */
const parseItem = (json: string): Item =>
  JSON.parse(json, (_, value: unknown) => {
    const bytes = isPlain(value) ? value[BYTES] : undefined;
    return typeof bytes === "string" ? new Uint8Array(Buffer.from(bytes, "base64")) : value;
  }) as Item;

export const itemIn = (row: Row, column = "body"): Item => parseItem(text(row, column));

/** The item in a column that may be empty. */
export const optionalItem = (row: Row, column: string): Item | undefined =>
  row[column] === null ? undefined : itemIn(row, column);
