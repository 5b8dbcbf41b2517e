import type { Tx } from "./database.ts";
import type { Key, Kind } from "./schema.ts";
import { answered } from "./wait.ts";

/** All keys that begin so. A list is greater than any text or number, so an empty one closes the range. */
const range = (under: Key, after?: Key): IDBKeyRange =>
  IDBKeyRange.bound(after ? [...after, []] : [...under], [...under, []]);

/** Our five verbs over a transaction of the browser; `kept` collects what is put. */
export function txOver(transaction: IDBTransaction, kept: unknown[] = []): Tx {
  const open = ({ store }: { store: string }) => transaction.objectStore(store);
  return {
    // What was put under a kind's key is of its type.
    get: <T>(kind: Kind<T>, key: Key) =>
      answered(open(kind).get([...key]) as IDBRequest<T | undefined>),
    async put(kind, key, value) {
      kept.push(value);
      await answered(open(kind).put(value, [...key]));
    },
    drop: (kind, under) => answered(open(kind).delete(range(under))),
    list: <T>(kind: Kind<T>, under: Key, { after, limit }: { after?: Key; limit?: number } = {}) =>
      answered(open(kind).getAll(range(under, after), limit) as IDBRequest<T[]>),
    count: (kind, under) => answered(open(kind).count(range(under))),
  };
}
