import {
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { checkCapacity, writeCapacity } from "@twiza/storage/capacity";
import type { Capacity, Item, Op } from "@twiza/storage/engine";
import { itemBytes } from "@twiza/storage/size";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Command, commands, value } from "./arbitraries.ts";
import { attributes } from "./attributes.ts";
import { deep } from "./conformance/limits.ts";
import { hasJava } from "./dynamodb-local.ts";
import { freshPartition, openEmbedded, type Opened, openLocal, physicalName } from "./engines.ts";
import { others, things } from "./specs.ts";
import { type Model, openModel } from "./model.ts";
import { isTied, moved, runOn, runOnModel } from "./run.ts";

const REGION = "agreement";
const CAPACITY_RUNS = 20;
const SIZE_RUNS = 40;

test("the model that the engines are held to is itself right about order and absence", () => {
  const model = openModel();
  const put = (sk: string) =>
    runOnModel(model, { do: "write", op: { op: "put", table: "others", item: { pk: "p", sk } } });
  for (const sk of ["😀", "\uffff", "a"]) put(sk);
  const query = { do: "query", table: "others", query: { pk: "p" } } as const;
  expect(runOnModel(model, query)).toEqual({
    items: ["a", "\uffff", "😀"].map((sk) => ({ pk: "p", sk })),
  });
});

describe.runIf(hasJava)("both engines", () => {
  let embedded: Opened | undefined;
  let local: (Opened & { endpoint: string }) | undefined;
  const both = () => {
    if (!embedded || !local) throw new Error("the engines are not open");
    return { embedded: embedded.engine, local: local.engine, endpoint: local.endpoint };
  };
  beforeAll(async () => {
    [embedded, local] = await Promise.all([openEmbedded(), openLocal(REGION)]);
  });
  afterAll(() => Promise.all([embedded?.stop(), local?.stop()]));

  test("answer alike, page alike and cost alike, whatever is asked", async () => {
    const property = fc.asyncProperty(commands("ROOT"), async (list) => {
      const model = openModel();
      const root = freshPartition();
      for (const command of list.map((each) => moved(withoutHalves(each), root))) {
        const [ours, theirs] = [
          await runOn(both().embedded, command),
          await runOn(both().local, command),
        ];
        expect(theirs.outcome).toEqual(ours.outcome);
        expect(theirs.pages).toEqual(ours.pages);
        if (ours.pages.length < 2 || !isTied(command, ours.outcome))
          expect(theirs.costs).toEqual(ours.costs.map(quirk(command, ours.outcome, model)));
        const written = documented(command, model);
        if (written !== undefined && ours.costs.length > 0)
          expect(ours.costs).toEqual([{ read: 0, write: written }]);
        runOnModel(model, command);
      }
    });
    await fc.assert(property, {
      numRuns: CAPACITY_RUNS,
      plugins: [fc.interruptAfterTimeLimit(60_000)],
    });
  });

  test("count the bytes of an item alike, to the byte", async () => {
    const property = fc.asyncProperty(
      value,
      value,
      fc.integer({ min: 1, max: 3 }),
      async (a, b, kb) => {
        const pk = freshPartition();
        for (const extra of [0, 1]) {
          // Padded until the embedded engine counts exactly `kb` KB, and then one byte more.
          const item = padded({ pk, sk: String(extra), a, b }, kb * 1024 + extra);
          if (!item) return;
          const expected = { capacity: { read: 0, write: kb + extra } };
          expect(await both().embedded.put("others", item)).toEqual(expected);
          expect(await both().local.put("others", item)).toEqual(expected);
        }
      },
    );
    await fc.assert(property, {
      numRuns: SIZE_RUNS,
      plugins: [fc.interruptAfterTimeLimit(30_000)],
    });
  });

  test("have the limits that DynamoDB itself has, and no narrower ones", async () => {
    const client = new DynamoDBClient({
      endpoint: both().endpoint,
      region: REGION,
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    const raw = (item: Record<string, unknown>) =>
      client.send(
        new PutItemCommand({ TableName: physicalName("things"), Item: attributes(item) }),
      );
    const [pk, sk] = [freshPartition(), "s"];
    for (const item of [
      { pk, sk, b: "x".repeat(409_601 - 12) },
      { pk: "x".repeat(2049), sk },
      { pk, sk: "x".repeat(1025) },
      { pk: "", sk },
      { pk, sk: "" },
      { pk, sk, wholeKey: "" },
      { pk, sk, wholeSort: 1 },
      { pk, sk, someKey: "x".repeat(2049) },
      { pk, sk, note: deep(32) },
      { pk, sk, "": 1 },
      { pk, sk, ["n".repeat(65_536)]: 1 },
      { pk, sk, n: 9e-131 },
    ])
      await expect(raw(item)).rejects.toMatchObject({ name: "ValidationException" });
    const puts = (keys: readonly string[], body = "") =>
      client.send(
        new TransactWriteItemsCommand({
          TransactItems: keys.map((each) => ({
            Put: { TableName: physicalName("things"), Item: attributes({ pk, sk: each, b: body }) },
          })),
        }),
      );
    const refused = { name: "ValidationException" };
    const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${String(at)}`);
    await expect(puts([])).rejects.toMatchObject(refused);
    await expect(puts(keys(101))).rejects.toMatchObject(refused);
    await expect(puts(["a", "a"])).rejects.toMatchObject(refused);
    await expect(puts(keys(11), "x".repeat(390_000))).rejects.toMatchObject(refused);
    client.destroy();
  });
});

/**
 * Without half keys of an index: turning an item with only one half into one with only the other counts as a write of the index in
 * DynamoDB Local, though it holds neither. That such items are in no index is promised in `conformance/`.
 */
function withoutHalves(command: Command): Command {
  if (command.do === "transact") return { ...command, ops: command.ops.map(withoutHalfKeys) };
  if (command.do !== "write" || command.op.op !== "put") return command;
  return { ...command, op: { ...command.op, item: wholeKeys(command.op.item) } };
}

const withoutHalfKeys = (op: Op): Op =>
  op.op === "put" ? { ...op, item: wholeKeys(op.item) } : op;

function wholeKeys(item: Item): Item {
  const halves = things.indexes.flatMap(({ key: { pk, sk } }): string[] =>
    pk in item === sk in item ? [] : [pk, sk],
  );
  const { pk, sk, ...others } = item;
  const kept = Object.entries(others).filter(([name]) => !halves.includes(name));
  return { pk, sk, ...Object.fromEntries(kept) };
}

type Outcome = Awaited<ReturnType<typeof runOn>>["outcome"];

/**
 * Where DynamoDB Local 1.25.1 counts otherwise than AWS documents, and the embedded engine follows the documents:
 * - in a transaction each write counts four times instead of twice (the deletion of nothing: twice), and of operations on one
 *   table that cost the same only one is counted;
 * - a query that finds nothing, and a key of a batch that has no item, cost nothing instead of the smallest read.
 */
function quirk(command: Command, outcome: Outcome, model: Model) {
  return ({ read, write }: Capacity): Capacity => {
    const isEmpty = "items" in outcome && outcome.items.length === 0;
    if (command.do === "query") return { read: isEmpty ? 0 : read, write };
    if (command.do === "get") {
      const missing = command.keys.filter(({ table, key }) => !model.find(table, key));
      const places = new Set(missing.map((place) => JSON.stringify(place)));
      return { read: read - places.size * (command.consistent ? 1 : 0.5), write };
    }
    const ops = command.do === "write" ? [command.op] : command.ops;
    if (command.do === "write" && !command.op.condition) return { read, write };
    const distinct = new Map(ops.map((op) => countedByLocal(op, model)));
    return { read, write: [...distinct.values()].reduce((sum, units) => sum + units, 0) };
  };
}

/** What an operation of a transaction counts in DynamoDB Local, under what makes it the same as another. */
function countedByLocal(op: Op, model: Model): [string, number] {
  const before = model.find(op.table, keyOf(op));
  const isOfNothing = op.op === "delete" && !before;
  const units = isOfNothing ? 2 : 4 * unitsOf(op, before);
  return [`${op.table} ${String(units)}`, units];
}

const keyOf = (op: Op) => (op.op === "put" ? op.item : op.key);

function unitsOf(op: Op, before: Item | undefined): number {
  if (op.op === "check") return checkCapacity(before).write;
  const spec = op.table === things.name ? things : others;
  return writeCapacity(spec, before, op.op === "put" ? op.item : undefined).write;
}

/** What a write costs by the documents: twice its units when it is a transaction, as conditional writes are. */
function documented(command: Command, model: Model): number | undefined {
  if (command.do === "query" || command.do === "get") return undefined;
  const ops = command.do === "write" ? [command.op] : command.ops;
  const isSingle = command.do === "write" && !command.op.condition;
  const units = ops.reduce((sum, op) => sum + unitsOf(op, model.find(op.table, keyOf(op))), 0);
  return isSingle ? units : units * 2;
}

/** The item with a text `p` that brings it to `bytes`; nothing when it is already larger. */
function padded(item: Item, bytes: number): Item | undefined {
  const room = bytes - itemBytes({ ...item, p: "" });
  return room < 0 ? undefined : { ...item, p: "x".repeat(room) };
}
