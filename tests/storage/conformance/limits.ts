import { type Engine, InvalidWrite, type Item, type Op } from "@twiza/storage/engine";
import { expect, test } from "vitest";

import { freshPartition } from "../engines.ts";

const put = (item: Item): Op => ({ op: "put", table: "things", item });

/** What fits and what does not. */
export function limits(engineOf: () => Engine): void {
  const key = () => ({ pk: freshPartition(), sk: "s" });
  const bodyFor = (bytes: number) => "x".repeat(bytes - 12); // pk 2 + 6, sk 2 + 1, b 1

  test("what just fits is kept", async () => {
    const fits: Item[] = [
      { ...key(), b: bodyFor(409_600) },
      { pk: freshPartition() + "x".repeat(2042), sk: "😀".repeat(256) },
      { ...key(), wholeKey: "x".repeat(2048), wholeSort: "y".repeat(1024) },
      { ...key(), deep: deep(31) },
      { ...key(), b: new Uint8Array(409_588) },
      { ...key(), note: [new Uint8Array(0), { b: Uint8Array.of(0, 255, 128) }] },
      { ...key(), ["n".repeat(65_535)]: 1 },
      { ...key(), wholeKey: "alone: the item is in no index" },
      { ...key(), n: Number.MAX_SAFE_INTEGER, m: -1e-130 },
    ];
    for (const item of fits) {
      await engineOf().put("things", item);
      expect((await engineOf().get("things", item, { consistent: true })).item).toEqual(item);
    }
  });

  test.each(tooMuch())(
    "%s is refused, alone and in a transaction",
    async (_what, members, rule) => {
      const item = { ...key(), ...members } as Item; // some of these are no items: that is the point
      await expect(engineOf().put("things", item)).rejects.toMatchObject({
        name: "InvalidWrite",
        rule,
      });
      await expect(engineOf().transact([put(item)])).rejects.toThrow(InvalidWrite);
    },
  );

  test("a transaction of no, too many, doubled or too large operations is refused whole", async () => {
    const pk = freshPartition();
    const many = (count: number, body = "") =>
      Array.from({ length: count }, (_, at) => put({ pk, sk: `s${String(100 + at)}`, body }));
    const rule = (ops: Op[]) => expect(engineOf().transact(ops)).rejects;
    await rule([]).toMatchObject({ rule: "transaction_count" });
    await rule(many(101)).toMatchObject({ rule: "transaction_count" });
    await rule([...many(2), ...many(1)]).toMatchObject({ rule: "transaction_duplicate" });
    await rule(many(11, "x".repeat(390_000))).toMatchObject({ rule: "transaction_size" });
    await expect(engineOf().transact(many(1), { token: "t".repeat(37) })).rejects.toMatchObject({
      rule: "token",
    });
    expect((await engineOf().query("things", { pk, consistent: true })).items).toEqual([]);
    await engineOf().transact(many(100));
    expect((await engineOf().query("things", { pk, consistent: true })).items).toHaveLength(100);
  });
}

/** Lists within each other. */
export const deep = (levels: number): Item["x"] => (levels === 0 ? "x" : [deep(levels - 1)]);

const tooMuch = (): [string, Record<string, unknown>, string][] => [
  ["an item above 400 KB", { b: "x".repeat(409_601 - 12) }, "item_size"],
  ["bytes that make an item above 400 KB", { b: new Uint8Array(409_601 - 12) }, "item_size"],
  ["bytes as a key of an index", { wholeKey: Uint8Array.of(1) }, "index_key"],
  ["an empty partition key", { pk: "" }, "key_empty"],
  ["an empty sort key", { sk: "" }, "key_empty"],
  ["a partition key above 2048 bytes", { pk: "é".repeat(1025) }, "key_size"],
  ["a sort key above 1024 bytes", { sk: "x".repeat(1025) }, "key_size"],
  ["a key with half a character", { sk: "\ud83d" }, "text"],
  ["a text with half a character", { note: { a: ["\udc00"] } }, "text"],
  ["an empty key of an index", { wholeKey: "" }, "index_key"],
  ["a number as key of an index", { keysSort: 1 }, "index_key"],
  ["a key of an index above 2048 bytes", { someKey: "x".repeat(2049) }, "index_key"],
  ["nesting deeper than 32 levels", { note: deep(32) }, "nesting"],
  ["an empty name", { note: { "": 1 } }, "name"],
  ["a name above 65,535 bytes", { ["n".repeat(65_536)]: 1 }, "name"],
  ["NaN", { n: NaN }, "number"],
  ["infinity", { n: -Infinity }, "number"],
  ["an integer that JavaScript cannot keep", { n: 2 ** 53 }, "number"],
  ["a number closer to zero than 1e-130", { n: 9e-131 }, "number"],
  ["undefined", { note: { a: undefined } }, "value"],
  ["a hole in a list", { note: new Array<string>(1) }, "value"],
  ["a date", { note: new Date(0) }, "value"],
  ["a function", { note: () => 1 }, "value"],
  ["a big integer", { note: 1n }, "value"],
];
