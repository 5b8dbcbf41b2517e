import type { DatabaseSync } from "node:sqlite";
import { add, NOTHING, readCapacity, times, TRANSACTION_FACTOR } from "../capacity.ts";
import {
  type Capacity,
  type Condition,
  type Engine,
  InvalidRead,
  type Item,
  type Key,
  type Op,
  type ReadOptions,
} from "../engine.ts";
import { checkItem, checkKey, checkToken, checkTransaction, specFinder } from "../limits.ts";
import { itemBytes } from "../size.ts";
import { atomically, openDatabase } from "./database.ts";
import { FEED_PAGE, FEED_START, feedOf } from "./feed.ts";
import { type Items, itemsOf } from "./items.ts";
import { queriesOf } from "./query.ts";
import { rebuildIndexes } from "./rebuild.ts";
import { sweepOf } from "./sweep.ts";
import { apply, repeated, tokensOf } from "./transact.ts";
import type { TableSpec } from "../../spec.ts";

export type SqliteOptions = {
  /** A path, or `:memory:`. Several processes may open one file. */
  readonly file: string;
  readonly tables: readonly TableSpec[];
  /** Epoch milliseconds, for the ten minutes of a transaction's token. */
  readonly now?: () => number;
};

export type SqliteEngine = Engine & {
  /**
   * Removes items whose ttl has passed, as DynamoDB does in its own time, and tells the feed.
   * @param now epoch milliseconds
   * @returns how many
   */
  sweep(now: number): Promise<number>;
  /**
   * Drops the records of a table's feed that every consumer has passed; DynamoDB keeps them for 24 hours.
   * @param passed the cursor of each of its consumers; none means that nobody reads this feed, and all of it goes
   * @returns how many
   */
  trim(table: string, passed: readonly string[]): Promise<number>;
};

/** DynamoDB's data model in one file of SQLite: same limits, same order, same capacity, every write durable. */
export function openSqlite({ file, tables, now = Date.now }: SqliteOptions): SqliteEngine {
  const database = openDatabase(file);
  const items = itemsOf(database);
  rebuildIndexes(database, items, tables);
  const specOf = specFinder(tables);
  const reads = readsOf(database, items, specOf);
  const writes = writesOf(database, items, { specOf, now });
  const feed = feedOf(database);
  const sweep = sweepOf(database, items, tables);
  return {
    get: (table, key, options) => answer(() => reads.get(table, key, options)),
    batchGet: (keys, options) => answer(() => reads.batchGet(keys, options)),
    query: (table, query) => answer(() => reads.query(specOf(table), query)),
    put: (table, item, condition) =>
      answer(() => writes.one({ op: "put", table, item, ...(condition && { condition }) })),
    delete: (table, key, condition) =>
      answer(() => writes.one({ op: "delete", table, key, ...(condition && { condition }) })),
    transact: (ops, options) => answer(() => writes.transact(ops, options?.token)),
    changes: (table, after = FEED_START, limit = FEED_PAGE) =>
      answer(() => {
        if (!specOf(table).stream) throw new InvalidRead(`${table} has no stream`);
        return feed.after(table, after, limit);
      }),
    sweep: (moment) => answer(() => sweep(moment)),
    trim: (table, passed) => answer(() => feed.trim(table, passed)),
    close: () =>
      answer(() => {
        database.close();
      }),
  };
}

/** SQLite answers at once; the port promises, and its refusals are rejections. */
const answer = <T>(work: () => T | Promise<T>): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

type SpecOf = (table: string) => TableSpec;

function readsOf(database: DatabaseSync, items: Items, specOf: SpecOf) {
  const find = (table: string, key: Key, options: ReadOptions | undefined) => {
    specOf(table);
    checkKey(key);
    const item = items.find(table, key);
    const bytes = item ? itemBytes(item) : 0;
    return { ...(item && { item }), capacity: readCapacity(bytes, options?.consistent) };
  };
  return {
    get: find,
    batchGet: (
      keys: readonly { table: string; key: Key }[],
      options?: ReadOptions,
    ): { items: (Item | undefined)[]; capacity: Capacity } => {
      // A key asked for twice is read once, as DynamoDB demands.
      const found = new Map<string, ReturnType<typeof find>>();
      const places = keys.map(({ table, key }) => {
        const place = JSON.stringify([table, key.pk, key.sk]);
        if (!found.has(place)) found.set(place, find(table, key, options));
        return place;
      });
      return {
        items: places.map((place) => found.get(place)?.item),
        capacity: [...found.values()].map(({ capacity }) => capacity).reduce(add, NOTHING),
      };
    },
    query: queriesOf(database),
  };
}

function writesOf(
  database: DatabaseSync,
  items: Items,
  { specOf, now }: { specOf: SpecOf; now: () => number },
) {
  const tokens = tokensOf(database);
  const doubled = (capacity: Capacity) => times(capacity, TRANSACTION_FACTOR);
  return {
    one: (op: Op & { condition?: Condition }): { capacity: Capacity } => {
      if (op.op === "put") checkItem(specOf(op.table), op.item);
      else {
        specOf(op.table);
        checkKey(op.key);
      }
      const capacity = atomically(database, () => apply(items, specOf, [op]));
      // The DynamoDB engine sends a conditional write as a transaction, and so it costs as one.
      return { capacity: op.condition ? doubled(capacity) : capacity };
    },
    transact: (ops: readonly Op[], token: string | undefined): { capacity: Capacity } => {
      checkToken(token);
      checkTransaction(specOf, ops);
      return atomically(database, () => {
        const repeats = token !== undefined && tokens.isRepeat(token, ops, now());
        const capacity = repeats ? repeated(items, ops) : apply(items, specOf, ops);
        return { capacity: doubled(capacity) };
      });
    },
  };
}
