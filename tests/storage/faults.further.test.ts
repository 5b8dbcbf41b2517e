import { openDynamo } from "@twiza/storage/dynamodb";
import { ConditionFailed, type Engine, EngineBusy, type Op } from "@twiza/storage/engine";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasJava, localClient } from "./dynamodb-local.ts";
import { freshPartition, type Opened, openLocal, physicalName } from "./engines.ts";
import { specs } from "./specs.ts";
import {
  type Fault,
  type FaultProxy,
  FAULTS,
  onFirst,
  seededPlan,
  startFaultProxy,
} from "./fault-proxy.ts";

const REGION = "faults";
const REQUEST_TIMEOUT_MILLISECONDS = 300;

test("the same seed plans the same faults, and another seed others", () => {
  const plan = (seed: number) =>
    Array.from({ length: 50 }, seededPlan(seed, 0.5).bind(null, "PutItem"));
  expect(plan(1)).toEqual(plan(1));
  expect(plan(1)).not.toEqual(plan(2));
  expect(plan(1).filter((fault) => fault !== undefined).length).toBeGreaterThan(10);
});

describe.runIf(hasJava)("between the engine and a DynamoDB that fails", () => {
  let local: (Opened & { endpoint: string }) | undefined;
  let proxy: FaultProxy | undefined;
  let engine: Engine | undefined;
  beforeAll(async () => {
    local = await openLocal(REGION);
    proxy = await startFaultProxy(local.endpoint);
    engine = openDynamo({
      client: clientTo(proxy.endpoint),
      prefix: physicalName(""),
      tables: specs,
      // The budget of time is not what is tried here, and waiting proves nothing.
      now: () => 0,
      wait: () => Promise.resolve(),
    });
  });
  afterAll(async () => {
    await engine?.close();
    await proxy?.stop();
    await local?.stop();
  });
  const opened = () => {
    if (!local || !proxy || !engine) throw new Error("the engines are not open");
    return { truth: local.engine, proxy, engine };
  };
  beforeEach(() => {
    opened().proxy.plan = () => undefined;
    opened().proxy.done.clear();
  });

  test.each(FAULTS)(
    "after '%s' a transaction is done once, and its own trace is no conflict",
    async (fault) => {
      const { proxy, engine, truth } = opened();
      const pk = freshPartition();
      await truth.put("things", { pk, sk: "counter", revision: 1 });
      proxy.plan = onFirst(fault, "TransactWriteItems");
      await engine.transact(increment(pk, 1, "intent"));
      expect(proxy.done.get(fault)).toBe(1);
      await expectCounted(truth, pk, 1);
    },
  );

  test.each(FAULTS)("after '%s' a conditional put and delete succeed once", async (fault) => {
    const { proxy, engine, truth } = opened();
    const key = { pk: freshPartition(), sk: "s" };
    proxy.plan = onFirst(fault, "TransactWriteItems");
    await engine.put("things", { ...key, revision: 1 }, { kind: "absent" });
    proxy.plan = onFirst(fault, "TransactWriteItems");
    await engine.delete("things", key, { kind: "revision", is: 1 });
    expect(proxy.done.get(fault)).toBe(2);
    expect((await truth.get("things", key, { consistent: true })).item).toBeUndefined();
  });

  test.each(FAULTS)(
    "after '%s' reads and plain writes answer as if nothing had been",
    async (fault) => {
      const { proxy, engine } = opened();
      const item = { pk: freshPartition(), sk: "s", note: fault };
      const each = async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
        proxy.plan = onFirst(fault, operation);
        return work();
      };
      await each("PutItem", () => engine.put("things", item));
      expect(
        await each("GetItem", () => engine.get("things", item, { consistent: true })),
      ).toMatchObject({ item });
      expect(await each("Query", () => engine.query("things", { pk: item.pk }))).toMatchObject({
        items: [item],
      });
      expect(
        await each("BatchGetItem", () => engine.batchGet([{ table: "things", key: item }])),
      ).toMatchObject({ items: [item] });
      await each("DeleteItem", () => engine.delete("things", item));
      expect((await engine.get("things", item, { consistent: true })).item).toBeUndefined();
    },
  );

  test.each([1, 2, 3])(
    "alone, a writer never meets a conflict, however often the service fails (seed %i)",
    async (seed) => {
      const { proxy, engine, truth } = opened();
      const pk = freshPartition();
      await truth.put("things", { pk, sk: "counter", revision: 1 });
      proxy.plan = seededPlan(seed, 0.35, QUICK);
      for (let at = 1; at <= 25; at += 1)
        await engine.transact(increment(pk, at, `intent-${String(at)}`));
      expect(proxy.done.size).toBeGreaterThan(4);
      await expectCounted(truth, pk, 25);
    },
  );

  test.each([4, 5])(
    "writers that race through faults count every intent once, and a conflict is always a real one (seed %i)",
    async (seed) => {
      const { proxy, engine, truth } = opened();
      const pk = freshPartition();
      await truth.put("things", { pk, sk: "counter", revision: 1 });
      proxy.plan = seededPlan(seed, 0.25, QUICK);
      const worker = async (name: string): Promise<void> => {
        for (let at = 0; at < 8; at += 1)
          await insist({ engine, truth, pk }, `${name}-${String(at)}`);
      };
      await Promise.all(["a", "b", "c", "d"].map(worker));
      await expectCounted(truth, pk, 32);
    },
  );

  test("a condition that really fails is told at once, and again after a repeated delivery", async () => {
    const { proxy, engine, truth } = opened();
    const pk = freshPartition();
    await truth.put("things", { pk, sk: "s" });
    for (const fault of [undefined, "delivered twice", "resetAfter", "serverError"] as const) {
      proxy.plan = fault ? onFirst(fault, "TransactWriteItems") : () => undefined;
      const refused = engine.put("things", { pk, sk: "s", by: "me" }, { kind: "absent" });
      await expect(refused).rejects.toThrow(ConditionFailed);
    }
    expect((await truth.get("things", { pk, sk: "s" }, { consistent: true })).item).toEqual({
      pk,
      sk: "s",
    });
  });

  test("a service that stays down ends in 'busy', never in a conflict and never in waiting for ever", async () => {
    const { proxy, engine } = opened();
    const pk = freshPartition();
    for (const fault of ["transactionConflict", "serverErrorAfter"] as const) {
      proxy.plan = () => fault;
      const refused = engine.put("things", { pk, sk: fault }, { kind: "absent" });
      await expect(refused).rejects.toThrow(EngineBusy);
    }
  });
});

/** Without those that wait for a time-out, which say nothing new in a storm and take long. */
const QUICK: readonly Fault[] = FAULTS.filter(
  (fault) => fault !== "hangAfter" && fault !== "throttle",
);

const clientTo = (endpoint: string) =>
  localClient(endpoint, {
    region: REGION,
    maxAttempts: 2,
    requestHandler: { requestTimeout: REQUEST_TIMEOUT_MILLISECONDS, throwOnRequestTimeout: true },
  });

/** Counts an intent: the counter moves from a revision and the intent is written, both or neither. */
const increment = (pk: string, from: number, intent: string): Op[] => [
  {
    op: "put",
    table: "things",
    item: { pk, sk: "counter", revision: from + 1 },
    condition: { kind: "revision", is: from },
  },
  {
    op: "put",
    table: "things",
    item: { pk, sk: `intent#${intent}` },
    condition: { kind: "absent" },
  },
];

async function expectCounted(truth: Engine, pk: string, intents: number): Promise<void> {
  const { items } = await truth.query("things", { pk, consistent: true });
  expect(items.filter(({ sk }) => sk.startsWith("intent#"))).toHaveLength(intents);
  expect(items.find(({ sk }) => sk === "counter")?.["revision"]).toBe(intents + 1);
}

type Place = { readonly engine: Engine; readonly truth: Engine; readonly pk: string };

/** Reads the counter and counts, again from the reading whenever another was first. */
async function insist({ engine, truth, pk }: Place, intent: string): Promise<void> {
  for (;;) {
    const { item } = await engine.get("things", { pk, sk: "counter" }, { consistent: true });
    try {
      await engine.transact(increment(pk, Number(item?.["revision"]), intent));
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      // A true conflict: the counter moved on, and the own intent was not written.
      const key = { pk, sk: `intent#${intent}` };
      expect((await truth.get("things", key, { consistent: true })).item).toBeUndefined();
    }
  }
}
