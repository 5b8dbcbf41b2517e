export {
  ConditionFailed,
  EngineBusy,
  InvalidPageToken,
  InvalidRead,
  InvalidWrite,
  TokenReused,
} from "./errors.ts";
export type { FailedCondition, WriteRule } from "./errors.ts";

/** What an attribute may hold. No sets; numbers are safe to `Number.MAX_SAFE_INTEGER`; bytes in no key. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | Value[]
  | { [attribute: string]: Value };
export type Item = { pk: string; sk: string; [attribute: string]: Value };
export type Key = { readonly pk: string; readonly sk: string };

/** Units as DynamoDB bills them on demand: reads of 4 KB, writes of 1 KB, doubled in a transaction. */
export type Capacity = { readonly read: number; readonly write: number };

/** On the item itself. `revision` compares the number in the attribute `revision`; a missing item fails it. */
export type Condition =
  | { readonly kind: "absent" }
  | { readonly kind: "present" }
  | { readonly kind: "revision"; readonly is: number };

export type Op =
  | {
      readonly op: "put";
      readonly table: string;
      readonly item: Item;
      readonly condition?: Condition;
    }
  | {
      readonly op: "delete";
      readonly table: string;
      readonly key: Key;
      readonly condition?: Condition;
    }
  | {
      readonly op: "check";
      readonly table: string;
      readonly key: Key;
      readonly condition: Condition;
    };

/** Compares by the bytes of UTF-8; both ends are included. */
export type SortRange =
  | { readonly beginsWith: string }
  | { readonly between: readonly [string, string] }
  | { readonly from: string }
  | { readonly to: string }
  | { readonly eq: string };

/** Opaque; valid for the same table, index and partition. It holds sort keys only, so it cannot lead to another partition. */
export type PageToken = string;

export type Query = {
  readonly index?: string | undefined;
  readonly pk: string;
  readonly sk?: SortRange | undefined;
  /** At least 1. A page may hold fewer items and still have a `next`: DynamoDB also ends a page at 1 MB. */
  readonly limit?: number | undefined;
  readonly descending?: boolean | undefined;
  readonly after?: PageToken | undefined;
  /** Not on an index. */
  readonly consistent?: boolean | undefined;
};

export type ReadOptions = { readonly consistent?: boolean | undefined };

export type Change = {
  /** The same record always has the same id, however often it is delivered. */
  readonly id: string;
  readonly key: Key;
  readonly before?: Item;
  readonly after?: Item;
};

/**
 * DynamoDB's data model, whoever keeps it. Writes throw `ConditionFailed` (somebody was first), `InvalidWrite` (a bug) or
 * `EngineBusy`; reads throw `InvalidRead`, `InvalidPageToken` or `EngineBusy`.
 */
export type Engine = {
  get(table: string, key: Key, options?: ReadOptions): Promise<{ item?: Item; capacity: Capacity }>;
  /** Items in the order of the keys, `undefined` where there is none; any number of keys. */
  batchGet(
    keys: readonly { readonly table: string; readonly key: Key }[],
    options?: ReadOptions,
  ): Promise<{ items: (Item | undefined)[]; capacity: Capacity }>;
  /** Items in the order of the sort key; items of an index with equal sort keys come in any order, but always the same. */
  query(
    table: string,
    query: Query,
  ): Promise<{ items: Item[]; next?: PageToken; capacity: Capacity }>;
  put(table: string, item: Item, condition?: Condition): Promise<{ capacity: Capacity }>;
  delete(table: string, key: Key, condition?: Condition): Promise<{ capacity: Capacity }>;
  /** All or nothing, 1 to 100 operations on different items. The same `token` within ten minutes does nothing twice. */
  transact(
    ops: readonly Op[],
    options?: { readonly token?: string | undefined },
  ): Promise<{ capacity: Capacity }>;
  /** The change feed of a table with a stream, in order for each item, after a cursor (from the oldest kept, without one). */
  changes(
    table: string,
    after?: string,
    limit?: number,
  ): Promise<{ records: Change[]; next: string }>;
  close(): Promise<void>;
};
