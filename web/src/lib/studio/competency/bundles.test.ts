import type { CompetencyId, FrameworkCommand } from "@twiza/contract";
import { expect, it } from "vitest";
import { bundlesOf } from "./bundles.ts";

const write = (n: number, letters: number): FrameworkCommand => ({
  do: "write",
  // A branded id comes from a parser; here it is written by hand.
  competency: {
    id: `cmp_${String(n).padStart(32, "0")}` as CompetencyId,
    statement: { ar: "ع".repeat(letters) },
  },
});
const sizes = (count: number, letters: number): number[] =>
  bundlesOf(Array.from({ length: count }, (_, n) => write(n, letters))).map(({ length }) => length);

it("a thousand short competencies travel sixty at a time", () => {
  expect(sizes(130, 10)).toEqual([60, 60, 10]);
});

it("long ones travel in requests that are not too large, all of them in their order", () => {
  const commands = Array.from({ length: 100 }, (_, n) => write(n, 800));
  const bundles = bundlesOf(commands);
  expect(bundles.flat()).toEqual(commands);
  for (const bundle of bundles)
    expect(new TextEncoder().encode(JSON.stringify(bundle)).length).toBeLessThan(60 * 1024);
  expect(bundles.length).toBeGreaterThan(2);
});

it("nothing to do is no request", () => {
  expect(bundlesOf([])).toEqual([]);
});
