import type { Capacity, Item } from "./engine.ts";
import { entryOf, indexKeyOf } from "./index-entry.ts";
import { same } from "./plain.ts";
import { itemBytes } from "./size.ts";
import type { IndexSpec, TableSpec } from "../spec.ts";

/**
 * Units as DynamoDB counts them, seen on DynamoDB Local 1.25.1 and read in
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 * A transaction costs twice as much, and looking for what is not there costs as much as the smallest item.
 */
export const NOTHING: Capacity = { read: 0, write: 0 };
export const TRANSACTION_FACTOR = 2;

const READ_BYTES = 4096;
const WRITE_BYTES = 1024;

const readBlocks = (bytes: number): number => Math.max(1, Math.ceil(bytes / READ_BYTES));
const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES));
const bytesOf = (item: Item | undefined): number => (item ? itemBytes(item) : 0);

/** Reading `bytes` at once: a query's items together, or one item. */
export const readCapacity = (bytes: number, consistent = false): Capacity => ({
  read: readBlocks(bytes) * (consistent ? 1 : 0.5),
  write: 0,
});

/** A check of an item, before a transaction doubles it: the service reports it as writing, by blocks of 4 KB. */
export const checkCapacity = (item: Item | undefined): Capacity => ({
  read: 0,
  write: readBlocks(bytesOf(item)),
});

/** What a repeated transaction reads instead of writing, before it is doubled. */
export const repeatCapacity = (item: Item | undefined): Capacity => ({
  read: readBlocks(bytesOf(item)),
  write: 0,
});

/** Turning one item into another, or into nothing, with everything that follows in the indexes. */
export function writeCapacity(
  { indexes }: TableSpec,
  before: Item | undefined,
  after: Item | undefined,
): Capacity {
  const table = writeUnits(Math.max(bytesOf(before), bytesOf(after)));
  return {
    read: 0,
    write: indexes.reduce((units, index) => units + indexUnits(index, before, after), table),
  };
}

function indexUnits(index: IndexSpec, before: Item | undefined, after: Item | undefined): number {
  const [old, young] = [entryOf(index, before), entryOf(index, after)];
  if (!old || !young) return old || young ? writeUnits(bytesOf(old ?? young)) : 0;
  const stays = same(indexKeyOf(index, old), indexKeyOf(index, young));
  if (!stays) return writeUnits(bytesOf(old)) + writeUnits(bytesOf(young));
  return same(old, young) ? 0 : writeUnits(Math.max(bytesOf(old), bytesOf(young)));
}

export const add = (a: Capacity, b: Capacity): Capacity => ({
  read: a.read + b.read,
  write: a.write + b.write,
});

export const times = ({ read, write }: Capacity, factor: number): Capacity => ({
  read: read * factor,
  write: write * factor,
});
