import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TableSpec } from "../../spec.ts";
import { TokenReused } from "../engine.ts";
import { openSqlite } from "./index.ts";

const plain = { name: "things", indexes: [], stream: true, ttl: "expiresAt" } as const satisfies TableSpec; // prettier-ignore
const byColour = {
  name: "byColour",
  key: { pk: "colour", sk: "shade" },
  projection: "all",
} as const;
const indexed: TableSpec = { ...plain, indexes: [byColour] };

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-sqlite-"));
  file = join(folder, "inner", "store.sqlite");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a file made by the engine is its owner's alone", async () => {
  const engine = openSqlite({ file, tables: [plain] });
  await engine.put("things", { pk: "p", sk: "s" });
  for (const suffix of ["", "-wal", "-shm"]) expect(statSync(file + suffix).mode & 0o077).toBe(0);
  await engine.close();
});

test("what has expired goes, the feed tells of it, and what has not stays", async () => {
  const engine = openSqlite({ file, tables: [plain] });
  const items = Array.from({ length: 450 }, (_, at) => ({ pk: "p", sk: `s${String(at)}`, expiresAt: 1000 + (at % 2) * 1000 })); // prettier-ignore
  for (const item of [
    ...items,
    { pk: "p", sk: "for ever" },
    { pk: "p", sk: "odd", expiresAt: "1" },
  ])
    await engine.put("things", item);
  const { next } = await engine.changes("things", undefined, 1000);
  expect(await engine.sweep(1_500_000)).toBe(225);
  expect(await engine.sweep(1_500_000)).toBe(0);
  expect((await engine.query("things", { pk: "p" })).items).toHaveLength(227);
  const { records } = await engine.changes("things", next, 1000);
  expect(records).toHaveLength(225);
  expect(records[0]).toMatchObject({ before: { expiresAt: 1000 } });
  expect(records[0]).not.toHaveProperty("after");
  await engine.close();
});

test("a trimmed feed goes on for who had read it, and its numbers are never used again", async () => {
  const engine = openSqlite({ file, tables: [plain] });
  for (const revision of [1, 2]) await engine.put("things", { pk: "p", sk: "s", revision });
  const { next } = await engine.changes("things");
  expect(await engine.trim("things", [next])).toBe(2);
  expect((await engine.changes("things")).records).toEqual([]);
  await engine.put("things", { pk: "p", sk: "s", revision: 3 });
  const { records } = await engine.changes("things", next);
  expect(records.map(({ after }) => after?.["revision"])).toEqual([3]);
  await engine.close();
});

test("a feed is trimmed for the slowest of its consumers, and wholly where it has none", async () => {
  const other = { ...plain, name: "others" };
  const engine = openSqlite({ file, tables: [plain, other] });
  for (let revision = 1; revision <= 450; revision++)
    for (const table of ["things", "others"])
      await engine.put(table, { pk: "p", sk: "s", revision });
  const slow = (await engine.changes("things", undefined, 30)).next;
  const fast = (await engine.changes("things", undefined, 300)).next;
  expect(await engine.trim("things", [fast, slow])).toBe(30);
  const kept = await engine.changes("things", slow, 1000);
  expect(kept.records.map(({ after }) => after?.["revision"])).toEqual(
    Array.from({ length: 420 }, (_, at) => at + 31),
  );
  await expect(engine.trim("things", [fast, "elsewhere"])).rejects.toThrow("cursor");
  expect(await engine.trim("others", [])).toBe(450);
  expect((await engine.changes("things", slow, 1000)).records).toHaveLength(420);
  await engine.close();
});

test("an index that a later version adds holds what was stored before, and one that it drops is forgotten", async () => {
  const before = openSqlite({ file, tables: [plain] });
  await before.put("things", { pk: "p", sk: "1", colour: "red", shade: "dark" });
  await before.put("things", { pk: "p", sk: "2" });
  await before.close();
  const after = openSqlite({ file, tables: [indexed] });
  const { items } = await after.query("things", { index: "byColour", pk: "red" });
  expect(items.map(({ sk }) => sk)).toEqual(["1"]);
  await after.close();
  await openSqlite({ file, tables: [plain] }).close();
  const database = new DatabaseSync(file);
  expect(database.prepare("SELECT count(*) AS n FROM entries").get()).toEqual({ n: 0 });
  database.close();
});

test("a file of a later layout is refused and left as it is", async () => {
  await openSqlite({ file, tables: [plain] }).close();
  const database = new DatabaseSync(file);
  database.exec("PRAGMA user_version = 99");
  expect(() => openSqlite({ file, tables: [plain] })).toThrow("later version");
  expect(database.prepare("PRAGMA user_version").get()).toEqual({ user_version: 99 });
  database.close();
});

test("two openings of one file see each other's writes at once", async () => {
  const [one, two] = [openSqlite({ file, tables: [plain] }), openSqlite({ file, tables: [plain] })];
  await one.put("things", { pk: "p", sk: "s", revision: 1 });
  await two.put("things", { pk: "p", sk: "s", revision: 2 }, { kind: "revision", is: 1 });
  expect((await one.get("things", { pk: "p", sk: "s" })).item?.["revision"]).toBe(2);
  await Promise.all([one.close(), two.close()]);
});

test("a token is remembered for ten minutes, across a restart, and then free", async () => {
  let now = 0;
  const open = () => openSqlite({ file, tables: [plain], now: () => now });
  const put = (sk: string) => ({ op: "put", table: "things", item: { pk: "p", sk } }) as const;
  const engine = open();
  await engine.transact([put("1")], { token: "t" });
  await engine.close();
  const again = open();
  now = 10 * 60 * 1000 - 1;
  await expect(again.transact([put("2")], { token: "t" })).rejects.toThrow(TokenReused);
  now += 1;
  await again.transact([put("2")], { token: "t" });
  await again.close();
});
