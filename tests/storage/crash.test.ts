import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Engine, Item, Query } from "@twiza/storage/engine";
import { openSqlite } from "@twiza/storage/sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { specs } from "./specs.ts";

const ROUNDS = 8;
const LONGEST_MILLISECONDS = 300;
const WRITER = join(import.meta.dirname, "crash-writer.ts");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-crash-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Lets the writer run for a moment after its first acknowledgement, kills it, and tells what it had acknowledged. */
async function storm(file: string, round: number): Promise<string[]> {
  const writer = spawn(process.execPath, [WRITER, file, String(round)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  writer.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const ended = once(writer, "close");
  await Promise.race([once(writer.stdout, "data"), ended]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_MILLISECONDS));
  writer.kill("SIGKILL");
  await ended;
  expect(writer.signalCode).toBe("SIGKILL");
  // A last line without its end was cut off by the kill.
  return printed.split("\n").slice(0, -1);
}

test("a killed process loses nothing that it acknowledged and leaves nothing half done", async () => {
  const file = join(folder, "store.sqlite");
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = await storm(file, round);
    expect(now.length).toBeGreaterThan(0);
    acknowledged.push(...now);
    const engine = openSqlite({ file, tables: specs });
    const left = await every(engine, { pk: "left" });
    const right = await every(engine, { pk: "right" });
    const ids = left.map(({ sk }) => sk);
    expect(right.map(({ sk, body }) => [sk, body])).toEqual(left.map(({ sk, body }) => [sk, body]));
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    // At most the one transaction that was committed when the kill fell was not told.
    expect(ids.length - acknowledged.length).toBeLessThanOrEqual(round + 1);
    const indexed = await every(engine, { index: "whole", pk: "all" });
    expect(indexed.map(({ sk }) => sk)).toEqual(ids.flatMap((id) => [id, id]));
    expect((await told(engine)).toSorted()).toEqual(
      ids.flatMap((id) => [`left ${id}`, `right ${id}`]).toSorted(),
    );
    await engine.close();
  }
  const database = new DatabaseSync(file);
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  database.close();
});

async function every(engine: Engine, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await engine.query("things", { ...query, after });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

async function told(engine: Engine): Promise<string[]> {
  const keys: string[] = [];
  for (let after = "0"; ;) {
    const { records, next } = await engine.changes("things", after, 1_000);
    if (records.length === 0) return keys;
    keys.push(...records.map(({ key }) => `${key.pk} ${key.sk}`));
    after = next;
  }
}
