import { describe, expect, test } from "vitest";
import { memoryRecords, movableClock } from "./index.ts";

const minute = 60_000;

describe("records in memory", () => {
  const clock = movableClock("2026-03-01T08:00:00.000Z");
  const records = memoryRecords(clock);
  const soon = () => new Date(clock.now().getTime() + minute);

  test("let one of many writers win", async () => {
    const writes = Array.from({ length: 50 }, (_, n) =>
      records.write("k", "race", n, { expiresAt: soon(), expected: "absent" }),
    );
    const outcomes = await Promise.all(writes);
    expect(outcomes.filter((outcome) => outcome === "written")).toHaveLength(1);
  });

  test("refuse a revision that has passed, also after a removal", async () => {
    await records.write("k", "a", 1, { expiresAt: soon(), expected: "any" });
    const first = (await records.read("k", "a"))?.revision ?? 0;
    await records.write("k", "a", 2, { expiresAt: soon(), expected: first });
    expect(await records.write("k", "a", 3, { expiresAt: soon(), expected: first })).toBe("stale");
    await records.remove("k", "a");
    expect(await records.write("k", "a", 3, { expiresAt: soon(), expected: 2 })).toBe("stale");
  });

  test("never show what has expired, and let it be written as absent", async () => {
    await records.write("k", "b", "old", { expiresAt: soon(), expected: "absent" });
    clock.advance(minute);
    expect(await records.read("k", "b")).toBeUndefined();
    expect(await records.write("k", "b", "new", { expiresAt: soon(), expected: "absent" })).toBe(
      "written",
    );
  });

  test("hand out copies", async () => {
    const value = { list: [1] };
    await records.write("k", "c", value, { expiresAt: soon(), expected: "any" });
    value.list.push(2);
    expect((await records.read("k", "c"))?.value).toEqual({ list: [1] });
  });
});
