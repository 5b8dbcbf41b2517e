import type { IDBPTransaction } from "idb";
import type { Tx } from "./database.ts";
import type { Key } from "./schema.ts";

/** Adds up what a transaction was to keep, for the words in which a full phone is told of. */
export function bytesPut() {
  const values: unknown[] = [];
  return {
    note: (value: unknown): void => void values.push(value),
    bytes: (): number => JSON.stringify(values).length,
  };
}

/** All keys that begin so. A list is greater than any text or number, so an empty one closes the range. */
const range = (under: Key, after?: Key): IDBKeyRange =>
  IDBKeyRange.bound(after ? [...after, []] : [...under], [...under, []]);

type Transaction = IDBPTransaction<unknown, string[], "readonly" | "readwrite" | "versionchange">;

/** Our five verbs over a transaction of the browser. */
export function txOver(transaction: Transaction, put?: ReturnType<typeof bytesPut>): Tx {
  const open = ({ store }: { store: string }) =>
    // Reading and writing alike: the browser itself refuses a write in a transaction that only reads.
    (transaction as IDBPTransaction<unknown, string[], "readwrite">).objectStore(store);
  return {
    get: (kind, key) => open(kind).get([...key]),
    async put(kind, key, value) {
      put?.note(value);
      await open(kind).put(value, [...key]);
    },
    drop: (kind, under) => open(kind).delete(range(under)),
    list: (kind, under, { after, limit } = {}) => open(kind).getAll(range(under, after), limit),
    count: (kind, under) => open(kind).count(range(under)),
  };
}
