import { type Engine, InvalidPageToken, InvalidRead } from "@twiza/storage/engine";
import { expect, test } from "vitest";
import { freshPartition } from "../engines.ts";
import { allPages } from "../run.ts";

const SPLIT = 100_000;

/** Where a page ends, where the next begins, and which questions are refused. */
export function pages(engineOf: () => Engine): void {
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
