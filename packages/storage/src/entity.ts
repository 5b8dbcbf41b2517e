import type * as z from "zod";
import type {
  Capacity,
  Engine,
  Item,
  Key,
  Op,
  Query,
  ReadOptions,
  Value,
} from "./engine/engine.ts";
import type { TableSpec } from "./spec.ts";

/** A stored value and the revision it was read at. Writing it back names that revision, so that no change is lost. */
export type Kept<V> = { readonly value: V; readonly revision: number };

/** What a writer believes is stored: the revision read, or nothing. */
export type Expected = number | "absent";

type IndexName<T extends TableSpec> = T["indexes"][number]["name"];

export type EntityDefinition<T extends TableSpec, S extends z.ZodType, P> = {
  /** Stored with every item, so that a foreign item is never read as this one. Never rename. */
  readonly name: string;
  readonly table: T;
  /** Its output is stored and parsed again when read; a transform must therefore accept what it made. */
  readonly schema: S;
  /** The version of the stored shape, from 1. */
  readonly format: number;
  /** `upcasts[1]` turns data of format 1 into format 2; each step from the oldest format still stored. */
  readonly upcasts?: Readonly<Record<number, (data: Value) => Value>>;
  /** The parameter's type says which parts make the key: `get` asks for these and no more. */
  readonly key: (parts: P) => Key;
  /** The keys in each index; `undefined` keeps the item out of it. */
  readonly indexes?: Readonly<
    Partial<Record<IndexName<T>, (value: z.output<S>) => Key | undefined>>
  >;
  /** Epoch seconds after which the item may be removed; only for tables with a ttl. */
  readonly expiresAt?: (value: z.output<S>) => number;
};

/** What is stored does not have the shape that the code knows: a bug or a foreign hand, never the user's doing. */
export class UnreadableItem extends Error {
  constructor(entity: string, cause: unknown) {
    super(`a stored ${entity} cannot be read`, { cause });
    this.name = "UnreadableItem";
  }
}

export type Entity<V, P, I extends string = string> = {
  readonly name: string;
  readonly table: TableSpec;
  key(parts: P): Key;
  /** Whether an item of a shared partition is one of these. */
  is(item: Item): boolean;
  /** @throws {UnreadableItem} */
  read(item: Item): Kept<V>;
  /** The write of a whole value at the revision after `expected`. @throws {z.ZodError} when the value breaks the schema. */
  put(value: V, options: { readonly expected: Expected }): Op;
  /** `any` removes whatever is there. */
  remove(parts: P, options: { readonly expected: number | "any" }): Op;
  /** Holds a transaction to what was read without writing it. */
  check(parts: P, options: { readonly expected: Expected | "present" }): Op;
  get(engine: Engine, parts: P, options?: ReadOptions): Promise<Kept<V> | undefined>;
  /** Every item that the query meets must be one of these. */
  query(
    engine: Engine,
    query: Query & { readonly index?: I | undefined },
  ): Promise<{ values: Kept<V>[]; next?: string; capacity: Capacity }>;
};

/** A key that reads what its schema does not have is an error where the entity is defined. */
type KeyIsInValue<V, P> = V extends P ? unknown : { readonly key: (parts: V) => Key };

/** Binds a schema, its keys and its format to a table. */
export function entity<const T extends TableSpec, S extends z.ZodType, P = z.output<S>>(
  definition: EntityDefinition<T, S, P> & KeyIsInValue<z.output<S>, P>,
): Entity<z.output<S>, P, IndexName<T>> {
  type V = z.output<S>;
  const { name, table, key } = definition;
  const read = (item: Item): Kept<V> => decode<V>(definition, item);
  return {
    name,
    table,
    key,
    is: (item) => item["entity"] === name,
    read,
    put: (value, { expected }) => ({
      op: "put",
      table: table.name,
      item: encode(definition, value, expected === "absent" ? 1 : expected + 1),
      condition: conditionOf(expected),
    }),
    remove: (parts, { expected }) => ({
      op: "delete",
      table: table.name,
      key: key(parts),
      ...(expected === "any" ? {} : { condition: conditionOf(expected) }),
    }),
    check: (parts, { expected }) => ({
      op: "check",
      table: table.name,
      key: key(parts),
      condition: expected === "present" ? { kind: "present" } : conditionOf(expected),
    }),
    get: async (engine, parts, options) => {
      const { item } = await engine.get(table.name, key(parts), options);
      return item && read(item);
    },
    query: async (engine, query) => {
      const { items, ...rest } = await engine.query(table.name, query);
      return { values: items.map(read), ...rest };
    },
  };
}

const conditionOf = (expected: Expected) =>
  expected === "absent"
    ? ({ kind: "absent" } as const)
    : ({ kind: "revision", is: expected } as const);

function encode<T extends TableSpec, S extends z.ZodType, P>(
  { name, table, schema, format, key, indexes, expiresAt }: EntityDefinition<T, S, P>,
  given: z.output<S>,
  revision: number,
): Item {
  const value = schema.parse(given);
  // `KeyIsInValue` has seen to it that the schema's output carries what the key reads.
  const { pk, sk } = key(value as P);
  const keysIn: Readonly<Record<string, ((value: z.output<S>) => Key | undefined) | undefined>> =
    indexes ?? {};
  const indexKeys = table.indexes.map((index): Record<string, Value> => {
    const at = keysIn[index.name]?.(value);
    return at ? { [index.key.pk]: at.pk, [index.key.sk]: at.sk } : {};
  });
  return Object.assign({ pk, sk, entity: name, format, revision }, ...indexKeys, {
    ...(expiresAt && { expiresAt: expiresAt(value) }),
    data: withoutUndefined(value),
  }) as Item;
}

function decode<V>(
  {
    name,
    schema,
    format,
    upcasts,
  }: Pick<EntityDefinition<TableSpec, z.ZodType, never>, "name" | "schema" | "format" | "upcasts">,
  item: Item,
): Kept<V> {
  try {
    const { revision, format: stored } = item;
    if (item["entity"] !== name) throw new TypeError("it is an item of another entity");
    if (typeof revision !== "number" || typeof stored !== "number" || stored > format)
      throw new TypeError("its revision or format is unknown");
    let data = item["data"] ?? null;
    for (let from = stored; from < format; from += 1) {
      const upcast = upcasts?.[from];
      if (!upcast) throw new TypeError(`nothing turns format ${String(from)} into the next`);
      data = upcast(data);
    }
    // V is the output of this schema.
    return { value: schema.parse(data) as V, revision };
  } catch (cause) {
    throw new UnreadableItem(name, cause);
  }
}

/** Optional members that are `undefined` are left out, as JSON leaves them out; the engines refuse any other `undefined`. */
function withoutUndefined(value: unknown): Value {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  // Anything else but a plain object (a Date, say) goes on as it is, and the engine refuses it.
  if (value === null || typeof value !== "object") return value as Value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value as Value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, withoutUndefined(member)]),
  );
}
