import type { Condition, Item, Op, Query, SortRange, Value } from "@twiza/storage/engine";
import fc from "fast-check";
import { compare } from "./model.ts";

/**
 * Sort keys whose order is easily got wrong: JavaScript puts an emoji before U+FFFF, a composed letter differs from the same one
 * decomposed, one key begins another, one holds a NUL.
 */
export const SORT_KEYS = [
  "a", "a\u0000", "a#1", "a#2", "A", "b", "~", "é", "e\u0301", "ا", "بـ", "بَ", "ⵜⵡⵉⵣⵉ", "\uffff", "😀", "👩🏽‍🌾", "\u{10ffff}",
] as const; // prettier-ignore

const PARTITIONS = ["x", "ة"] as const;

/** Numbers that both the service and JavaScript keep exactly. */
export const number: fc.Arbitrary<number> = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter((n) => n === 0 || Math.abs(n) >= 1e-130),
  fc.constantFrom(0, -0, 1e-130, -1e-130, 0.1, 1.1, 100, 110, 1e15, Number.MAX_SAFE_INTEGER, 1e-7),
);

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("", "\u0000", "ⵣ"),
);
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 6 })
  .filter((it) => it !== "__proto__");

/** Anything an attribute may hold, with empty values and some depth. */
export const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const size = fc.oneof(
  { weight: 5, arbitrary: fc.nat(20) },
  { weight: 2, arbitrary: fc.nat(9_000) },
);

/** A few of them often, so that the same item is written again. */
const sortKey = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("a", "\uffff", "😀") },
  { weight: 1, arbitrary: fc.constantFrom(...SORT_KEYS) },
);
const indexKey = (of: string) => ({
  [`${of}Key`]: fc.constantFrom("i", "j"),
  [`${of}Sort`]: fc.constantFrom("1", "2", "😀", "\uffff"),
});

/** Items of a few partitions below `root`; each index holds some of them. */
const item = (root: string): fc.Arbitrary<Item> =>
  fc
    .record(
      {
        sk: sortKey,
        revision: fc.integer({ min: 1, max: 3 }),
        note: value,
        body: size.map((length) => "x".repeat(length)),
        ...indexKey("whole"),
        ...indexKey("keys"),
        ...indexKey("some"),
      },
      { requiredKeys: ["sk"] },
    )
    .chain((members) =>
      fc.constantFrom(...PARTITIONS).map((partition) => underRoot(root, partition, members)),
    );

/** The keys in indexes also lie below the root, so that no other run's items are among them. */
function underRoot(
  root: string,
  partition: string,
  members: Readonly<Record<string, unknown>>,
): Item {
  const rooted = Object.entries(members).map(([attribute, of]) =>
    attribute.endsWith("Key") ? [attribute, `${root}${String(of)}`] : [attribute, of],
  );
  // The record above has `sk`, and only values that an item may hold.
  return { pk: root + partition, ...Object.fromEntries(rooted) } as Item;
}

const key = (root: string) =>
  fc.record({ pk: fc.constantFrom(...PARTITIONS).map((each) => root + each), sk: sortKey });

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({ kind: "absent" } as const),
  fc.constant({ kind: "present" } as const),
  fc.record({ kind: fc.constant("revision" as const), is: fc.integer({ min: 1, max: 3 }) }),
);

const table = fc.constantFrom("things", "things", "things", "others");

const op = (root: string): fc.Arbitrary<Op> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ op: fc.constant("put" as const), table, item: item(root), condition }, { requiredKeys: ["op", "table", "item"] }) }, // prettier-ignore
    { weight: 2, arbitrary: fc.record({ op: fc.constant("delete" as const), table, key: key(root), condition }, { requiredKeys: ["op", "table", "key"] }) }, // prettier-ignore
    { weight: 1, arbitrary: fc.record({ op: fc.constant("check" as const), table, key: key(root), condition }) }, // prettier-ignore
  );

/** Operations on different items, as a transaction must be. */
export const transaction = (root: string): fc.Arbitrary<Op[]> =>
  fc.uniqueArray(op(root), {
    minLength: 1,
    maxLength: 5,
    selector: (it) => JSON.stringify([it.table, it.op === "put" ? [it.item.pk, it.item.sk] : [it.key.pk, it.key.sk]]), // prettier-ignore
  });

const range = (ends: fc.Arbitrary<string>): fc.Arbitrary<SortRange> =>
  fc.oneof(
    ends.map((beginsWith) => ({ beginsWith })),
    ends.map((from) => ({ from })),
    ends.map((to) => ({ to })),
    ends.map((eq) => ({ eq })),
    fc.tuple(ends, ends).map(([a, b]) => ({ between: compare(a, b) <= 0 ? [a, b] as const : [b, a] as const })), // prettier-ignore
  );

const paging = {
  limit: fc.integer({ min: 1, max: 4 }),
  descending: fc.boolean(),
};

const query = (root: string): fc.Arbitrary<{ table: string; query: Query }> =>
  fc.oneof(
    fc
      .record(
        {
          pk: fc.constantFrom(...PARTITIONS).map((each) => root + each),
          sk: range(sortKey),
          consistent: fc.constant(true),
          ...paging,
        },
        { requiredKeys: ["pk"] },
      ) // prettier-ignore
      .chain((it) => table.map((of) => ({ table: of, query: it }))),
    fc
      .record(
        {
          index: fc.constantFrom("whole", "keysOnly", "some"),
          pk: fc.constantFrom("i", "j").map((each) => root + each),
          sk: range(fc.constantFrom("1", "2", "😀", "\uffff")),
          ...paging,
        },
        { requiredKeys: ["index", "pk"] },
      ) // prettier-ignore
      .map((it) => ({ table: "things", query: it })),
  );

export type Command =
  | { readonly do: "write"; readonly op: Exclude<Op, { op: "check" }> }
  | { readonly do: "transact"; readonly ops: readonly Op[] }
  | { readonly do: "query"; readonly table: string; readonly query: Query }
  | { readonly do: "get"; readonly keys: readonly { table: string; key: { pk: string; sk: string } }[]; readonly consistent: boolean }; // prettier-ignore

/** Every partition and every index partition that the commands below may fill, whole. */
export const everything = (root: string): Command[] => [
  ...PARTITIONS.flatMap(
    (pk) =>
    ["things", "others"].map((of) => ({ do: "query", table: of, query: { pk: root + pk, consistent: true } }) as const), // prettier-ignore
  ),
  ...["whole", "keysOnly", "some"].flatMap(
    (index) =>
    ["i", "j"].map((pk) => ({ do: "query", table: "things", query: { index, pk: root + pk } }) as const), // prettier-ignore
  ),
];

export const commands = (root: string): fc.Arbitrary<Command[]> =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: op(root).filter((it) => it.op !== "check").map((it) => ({ do: "write" as const, op: it })) }, // prettier-ignore
      { weight: 4, arbitrary: transaction(root).map((ops) => ({ do: "transact" as const, ops })) },
      { weight: 2, arbitrary: query(root).map((it) => ({ do: "query" as const, ...it })) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("get" as const), keys: fc.array(fc.record({ table, key: key(root) }), { minLength: 1, maxLength: 6 }), consistent: fc.boolean() }) }, // prettier-ignore
    ),
    { minLength: 5, maxLength: 30 },
  );
