import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLog } from "@twiza/platform/log";
import { movableClock } from "@twiza/platform/testing";
import { openRecords } from "@twiza/storage";
import { openSqlite } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepPlace, readPlace } from "./feed-place.ts";
import { keepUp } from "./upkeep.ts";

const consumer = (name: string) => ({
  name,
  stream: { table: "learners", batchSize: 25, windowSeconds: 1, retries: 5 } as const,
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-upkeep-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The store as a process opens it: whatever was not on the disk is forgotten by the next opening. */
function open(names: readonly string[]) {
  const clock = movableClock("2026-03-01T08:00:00.000Z");
  const file = openSqlite({ file: join(folder, "store.sqlite"), tables: tableList });
  const records = openRecords(file, clock);
  const lines: string[] = [];
  const log = openLog((line) => lines.push(line), clock.now);
  const upkeep = keepUp({ file, records, clock, log, consumers: names.map(consumer) });
  return {
    clock,
    file,
    records,
    lines,
    upkeep,
    /** Ends as a killed process does: nothing more is written. */
    die: async () => {
      await upkeep.stop();
      await file.close();
    },
  };
}
type Opened = ReturnType<typeof open>;

const put = async ({ file }: Opened, from: number, to: number): Promise<void> => {
  for (let revision = from; revision <= to; revision++)
    await file.put("learners", { pk: "LEARNER#1", sk: "THING", revision });
};

/** Reads a batch and does it; acknowledges it or dies before. @returns what it did */
async function work({ file, records }: Opened, name: string, { isAcknowledged = true } = {}) {
  const after = await readPlace(records, name);
  const { records: changes, next } = await file.changes("learners", after, 3);
  if (isAcknowledged && changes.length > 0) await keepPlace(records, name, next);
  return changes.map(({ after: item }) => Number(item?.["revision"]));
}

test("no upkeep takes from a consumer what it has not done, wherever the process dies", async () => {
  const names = ["fast", "slow"];
  const done: Record<string, number[]> = { fast: [], slow: [] };
  let written = 0;
  for (let life = 0; life < 12; life++) {
    const opened = open(names);
    await opened.upkeep.once();
    await put(opened, written + 1, written + 4);
    written += 4;
    for (const name of names) {
      // The slow one dies before it acknowledges in two of three lives, and in some it does nothing at all.
      const isAcknowledged = name === "fast" || life % 3 === 0;
      if (name === "slow" && life % 4 === 1) continue;
      done[name]?.push(...(await work(opened, name, { isAcknowledged })));
      await opened.upkeep.once();
    }
    await opened.die();
  }
  const last = open(names);
  for (const name of names) {
    for (let batch = await work(last, name); batch.length > 0; batch = await work(last, name))
      done[name]?.push(...batch);
    const all = Array.from({ length: written }, (_, at) => at + 1);
    expect([...new Set(done[name])], name).toEqual(all);
  }
  await last.upkeep.once();
  expect((await last.file.changes("learners")).records).toEqual([]);
  await last.die();
});

test("a consumer that has never read still finds the first record", async () => {
  const opened = open(["known", "new"]);
  await put(opened, 1, 5);
  await work(opened, "known");
  await opened.upkeep.once();
  expect(await work(opened, "new")).toEqual([1, 2, 3]);
  await opened.upkeep.once();
  expect((await opened.file.changes("learners")).records.map(({ after }) => after?.["revision"])).toEqual([4, 5]); // prettier-ignore
  await opened.die();
});

test("what has expired is gone from table and feed, what has not stays, and the log counts both", async () => {
  const opened = open([]);
  const { clock, file, records } = opened;
  const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
  for (const [id, minutes] of [
    ["soon", 5],
    ["later", 50],
  ] as const)
    await records.write("signin.code", id, "secret", {
      expiresAt: inMinutes(minutes),
      expected: "absent",
    });
  clock.advance(10 * 60_000);
  await opened.upkeep.once();
  const left = async (id: string) =>
    (await file.get("people", { pk: `RECORD#signin.code#${id}`, sk: "RECORD" })).item !== undefined;
  expect([await left("soon"), await left("later")]).toEqual([false, true]);
  expect((await file.changes("people")).records).toEqual([]);
  expect(JSON.parse(opened.lines[0] ?? "{}")).toMatchObject({
    level: "info",
    event: "upkeep",
    expired: 1,
    trimmed: 3,
  });
  await opened.die();
});

test("a file that cannot be tidied is told of, and the next time does it", async () => {
  const opened = open(["reader"]);
  await put(opened, 1, 2);
  await keepPlace(opened.records, "reader", "no cursor of ours");
  await opened.upkeep.once();
  expect(opened.lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: "error", event: "upkeep failed" },
  ]);
  await keepPlace(opened.records, "reader", "1");
  await opened.upkeep.once();
  expect((await opened.file.changes("learners")).records).toHaveLength(1);
  await opened.die();
});
