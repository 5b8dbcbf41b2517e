import {
  type Change,
  ConditionFailed,
  type Engine,
  InvalidPageToken,
  InvalidRead,
  InvalidWrite,
  type Item,
  type Op,
  TokenReused,
} from "@twiza/storage/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { commands, number, SORT_KEYS, transaction, value } from "./arbitraries.ts";
import { freshPartition } from "./engines.ts";
import { compare, openModel } from "./model.ts";
import { allPages, runOn, runOnModel } from "./run.ts";

/** Runs a property in a partition of its own for each example. */
const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 40_000 });
const put = (item: Item): Op => ({ op: "put", table: "things", item });

/** Everything that the port promises, for whichever engine `engineOf` gives. */
export function conformance(engineOf: () => Engine): void {
  readsAndWrites(engineOf);
  transactions(engineOf);
  pages(engineOf);
  limits(engineOf);
  feed(engineOf);
}

function readsAndWrites(engineOf: () => Engine): void {
  test("any course of writes, transactions and reads comes to what the plain model says", async () => {
    const property = fc.asyncProperty(commands("ROOT"), async (list) => {
      const model = openModel();
      for (const command of moved(list, freshPartition()))
        expect((await runOn(engineOf(), command)).outcome).toEqual(runOnModel(model, command));
    });
    await fc.assert(property, runs(30));
  });

  test("an item comes back as it was written, empty values, Unicode and odd numbers included", async () => {
    const property = fc.asyncProperty(value, number, async (data, n) => {
      const item = { pk: freshPartition(), sk: "s", data, n };
      await engineOf().put("others", item);
      const { item: back } = await engineOf().get("others", item, { consistent: true });
      expect(back).toEqual({ ...item, n: n === 0 ? 0 : n, data: withoutMinusZero(data) });
    });
    await fc.assert(property, runs(60));
  });

  test("sort keys order by the bytes of UTF-8 in both directions", async () => {
    const pk = freshPartition();
    for (const sk of SORT_KEYS) await engineOf().put("others", { pk, sk });
    const up = (await engineOf().query("others", { pk })).items.map(({ sk }) => sk);
    const down = (await engineOf().query("others", { pk, descending: true })).items;
    expect(up).toEqual([...SORT_KEYS].sort(compare));
    expect(down.map(({ sk }) => sk)).toEqual(up.toReversed());
  });

  test("more than a hundred keys are read at once, in the order asked, those twice that are asked for twice", async () => {
    const pk = freshPartition();
    const all = Array.from({ length: 230 }, (_, at) => ({
      table: "others",
      key: { pk, sk: `s${String(at)}` },
    }));
    for (const { key } of all.slice(0, 110)) await engineOf().put("others", key);
    const asked = [...all.toReversed(), ...all.slice(0, 3)];
    const { items } = await engineOf().batchGet(asked, { consistent: true });
    expect(items).toEqual(
      asked.map(({ key }) => (Number(key.sk.slice(1)) < 110 ? key : undefined)),
    );
  });

  test("a condition on the revision fails for an item that is missing or has none", async () => {
    const key = { pk: freshPartition(), sk: "s" };
    const condition = { kind: "revision", is: 1 } as const;
    await expect(engineOf().put("others", key, condition)).rejects.toThrow(ConditionFailed);
    await engineOf().put("others", key);
    await expect(engineOf().delete("others", key, condition)).rejects.toThrow(ConditionFailed);
    await engineOf().put("others", { ...key, revision: 1 });
    await engineOf().put("others", { ...key, revision: 2 }, condition);
    await expect(engineOf().put("others", { ...key, revision: 2 }, condition)).rejects.toThrow(
      ConditionFailed,
    );
  });
}

/** The generated commands name a root partition; each run gets its own. */
const moved = <T>(of: T, root: string): T =>
  JSON.parse(JSON.stringify(of).replaceAll('"ROOT', `"${root}`)) as T; // the same shape: only text within it changed

/** JSON and DynamoDB know one zero. */
function withoutMinusZero(of: unknown): unknown {
  return JSON.parse(JSON.stringify(of));
}

function transactions(engineOf: () => Engine): void {
  test("a transaction with one failed condition changes nothing and names every operation that failed", async () => {
    const pk = freshPartition();
    await engineOf().put("things", { pk, sk: "there" });
    const refused = engineOf().transact([
      { ...put({ pk, sk: "there", revision: 1 }), condition: { kind: "absent" } },
      put({ pk, sk: "new" }),
      { op: "check", table: "others", key: { pk, sk: "nowhere" }, condition: { kind: "present" } },
    ]);
    await expect(refused).rejects.toMatchObject({ name: "ConditionFailed", failed: [0, 2] });
    expect((await engineOf().query("things", { pk, consistent: true })).items).toEqual([
      { pk, sk: "there" },
    ]);
  });

  test("the same transaction under the same token is done once and answers the same", async () => {
    const pk = freshPartition();
    const token = `token-${pk}`;
    const ops: Op[] = [
      { ...put({ pk, sk: "1", revision: 1 }), condition: { kind: "absent" } },
      put({ pk, sk: "2" }),
    ];
    await engineOf().transact(ops, { token });
    await engineOf().put("things", { pk, sk: "2", later: true });
    const { capacity } = await engineOf().transact(ops, { token });
    // Not 4: of operations that cost the same DynamoDB Local counts only one.
    expect(capacity.write).toBe(0);
    expect(capacity.read).toBeGreaterThanOrEqual(2);
    expect((await engineOf().get("things", { pk, sk: "2" }, { consistent: true })).item).toEqual({
      pk,
      sk: "2",
      later: true,
    });
  });

  test("a token is refused for other operations, and free again when its transaction failed", async () => {
    const pk = freshPartition();
    const token = `token-${pk}`;
    const absent = {
      ...put({ pk, sk: "1" }),
      condition: { kind: "present" },
    } as const satisfies Op;
    await expect(engineOf().transact([absent], { token })).rejects.toThrow(ConditionFailed);
    await engineOf().put("things", { pk, sk: "1" });
    await engineOf().transact([absent], { token: `again-${pk}` });
    const reused = engineOf().transact([put({ pk, sk: "other" })], { token: `again-${pk}` });
    await expect(reused).rejects.toThrow(TokenReused);
    expect(
      (await engineOf().get("things", { pk, sk: "other" }, { consistent: true })).item,
    ).toBeUndefined();
  });

  test("transactions that race for one item leave one winner", async () => {
    const pk = freshPartition();
    const race = await Promise.allSettled(
      Array.from({ length: 12 }, (_, by) =>
        engineOf().transact([
          { ...put({ pk, sk: "prize", by }), condition: { kind: "absent" } },
          put({ pk, sk: `racer-${String(by)}` }),
        ]),
      ),
    );
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { items } = await engineOf().query("things", { pk, consistent: true });
    expect(items.map(({ sk }) => sk)).toEqual(["prize", `racer-${Number(items[0]?.["by"])}`]);
  });
}

const SPLIT = 100_000;

function pages(engineOf: () => Engine): void {
  test("a page ends with the item that brings it to 1 MB, up, down and in an index", async () => {
    const pk = freshPartition();
    for (let at = 0; at < 12; at += 1)
      await engineOf().put("things", {
        pk,
        sk: `s${String(10 + at)}`,
        wholeKey: pk,
        wholeSort: `w${String(at % 3)}`,
        body: "x".repeat(SPLIT),
      });
    for (const query of [
      { pk },
      { pk, descending: true },
      { pk, index: "whole" },
      { pk, index: "whole", descending: true },
    ]) {
      const { pages: counts, outcome } = await allPages(engineOf(), "things", query);
      expect(counts).toEqual([11, 1]);
      expect(new Set(outcome.items.map(({ sk }) => sk)).size).toBe(12);
    }
  });

  test("a page of exactly 1 MB is full, and the last page says that it is the last", async () => {
    const pk = freshPartition(); // 6 bytes of pk, 2 names of 2, 2 bytes of sk, 1 of the name b: 13 beside the body
    const sizes = [400_000, 400_000, 248_576, 100];
    for (const [at, size] of sizes.entries())
      await engineOf().put("others", { pk, sk: `k${String(at)}`, b: "x".repeat(size - 13) });
    expect((await allPages(engineOf(), "others", { pk })).pages).toEqual([3, 1]);
    const { next } = await engineOf().query("others", { pk, sk: { to: "k2" } });
    expect(next).toBeUndefined();
  });

  test("a token of another query is refused, and cannot lead to another partition", async () => {
    const [pk, foreign] = [freshPartition(), freshPartition()];
    for (const sk of ["a", "b", "c"]) {
      await engineOf().put("things", { pk, sk, wholeKey: pk, wholeSort: sk });
      await engineOf().put("things", { pk: foreign, sk });
    }
    const { next } = await engineOf().query("things", { pk: foreign, limit: 1 });
    const { items } = await engineOf().query("things", { pk, after: next });
    expect(items.map(({ sk }) => [sk, items[0]?.pk])).toEqual([
      ["b", pk],
      ["c", pk],
    ]);
    for (const query of [
      { pk, index: "whole", after: next },
      { pk, sk: { from: "b" }, after: next },
      { pk, after: "junk" },
      { pk, after: "W10" },
      { pk, after: "" },
    ])
      await expect(engineOf().query("things", query)).rejects.toThrow(InvalidPageToken);
  });

  test("a read that no engine can answer is refused", async () => {
    const pk = freshPartition();
    const queries = [
      { pk: "" },
      { pk, limit: 0 },
      { pk, index: "none" },
      { pk, index: "whole", consistent: true },
      { pk, sk: { beginsWith: "" } },
      { pk, sk: { between: ["b", "a"] as const } },
      { pk, sk: { eq: "\ud800" } },
      { pk, sk: { from: "x".repeat(1025) } },
    ];
    for (const query of queries)
      await expect(engineOf().query("things", query)).rejects.toThrow(InvalidRead);
  });
}

function limits(engineOf: () => Engine): void {
  const key = () => ({ pk: freshPartition(), sk: "s" });
  const bodyFor = (bytes: number) => "x".repeat(bytes - 12); // pk 2 + 6, sk 2 + 1, b 1

  test("what just fits is kept", async () => {
    const fits: Item[] = [
      { ...key(), b: bodyFor(409_600) },
      { pk: freshPartition() + "x".repeat(2042), sk: "😀".repeat(256) },
      { ...key(), wholeKey: "x".repeat(2048), wholeSort: "y".repeat(1024) },
      { ...key(), deep: deep(31) },
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

function feed(engineOf: () => Engine): void {
  test("the feed tells every change of an item once, in order, and nothing that changed nothing", async () => {
    const property = fc.asyncProperty(
      fc.array(transaction("ROOT"), { minLength: 4, maxLength: 12 }),
      async (list) => {
        const model = openModel();
        const { next: start } = await drain(engineOf());
        for (const ops of moved(list, freshPartition())) {
          model.transact(ops);
          await engineOf()
            .transact(ops)
            .catch((error: unknown) => {
              if (!(error instanceof ConditionFailed)) throw error;
            });
        }
        const { records } = await drain(engineOf(), start);
        expect(byItem(records.map(({ id: _, ...change }) => change))).toEqual(byItem(model.feed));
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      },
    );
    await fc.assert(property, runs(12));
  });

  test("a consumer goes on where it stopped, in steps as small as it likes", async () => {
    const pk = freshPartition();
    let { next } = await drain(engineOf());
    for (const revision of [1, 2, 3, 4, 5])
      await engineOf().put("things", { pk, sk: "s", revision });
    const seen: unknown[] = [];
    for (let step = 0; step < 5; step += 1) {
      const page = await engineOf().changes("things", next, 1);
      seen.push(...page.records.map(({ after }) => after?.["revision"]));
      next = page.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await engineOf().changes("things", next)).records).toEqual([]);
  });

  test("a table without a stream has no feed", async () => {
    await expect(engineOf().changes("others")).rejects.toThrow(InvalidRead);
  });
}

async function drain(engine: Engine, after?: string): Promise<{ records: Change[]; next: string }> {
  const records: Change[] = [];
  for (let next = after; ;) {
    const page =
      next === undefined ? await engine.changes("things") : await engine.changes("things", next);
    records.push(...page.records);
    next = page.next;
    if (page.records.length === 0) return { records, next };
  }
}

/** Order is promised for each item, not between items. */
const byItem = (changes: readonly Omit<Change, "id">[]) =>
  Object.groupBy(changes, ({ key }) => JSON.stringify(key));
