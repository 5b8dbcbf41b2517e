import { expect, test } from "vitest";
import { metered } from "./metered.ts";
import { openSqlite } from "./sqlite/index.ts";

test("every call that succeeded is written down with its tables and its capacity, and none that failed", async () => {
  const tables = ["a", "b"].map((name) => ({ name, indexes: [], stream: false }));
  const engine = metered(openSqlite({ file: ":memory:", tables }));
  const key = { pk: "p", sk: "s" };
  await engine.put("a", key);
  await engine.transact([
    { op: "put", table: "b", item: { ...key, body: "x".repeat(1500) } },
    { op: "check", table: "a", key, condition: { kind: "present" } },
  ]);
  await engine.get("b", key, { consistent: true });
  await engine.batchGet([{ table: "a", key }, { table: "a", key: { pk: "p", sk: "none" } }]); // prettier-ignore
  await engine.query("b", { pk: "p" });
  await expect(engine.put("a", key, { kind: "absent" })).rejects.toThrow();
  expect(engine.calls).toEqual([
    { method: "put", tables: ["a"], capacity: { read: 0, write: 1 } },
    { method: "transact", tables: ["b", "a"], capacity: { read: 0, write: 6 } },
    { method: "get", tables: ["b"], capacity: { read: 1, write: 0 } },
    { method: "batchGet", tables: ["a"], capacity: { read: 1, write: 0 } },
    { method: "query", tables: ["b"], capacity: { read: 0.5, write: 0 } },
  ]);
  await engine.close();
});
