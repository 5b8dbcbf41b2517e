import { describe, expect, it } from "vitest";
import { type Counts, countsUnder } from "./keys.ts";

const from = "2026-01-01T00:00:00.000Z";
const retiredAt = "2027-01-01T00:00:00.000Z";
const june = "2026-06-01T00:00:00.000Z";

describe("whether what a key signed counts", () => {
  it.each<
    readonly [string, Parameters<typeof countsUnder>[0], Parameters<typeof countsUnder>[1], Counts]
  >([
    ["while the key signs", { from }, { signedAt: june }, "counts"],
    ["at its first moment", { from }, { signedAt: from }, "counts"],
    ["before there was the key", { from }, { signedAt: "2025-12-31T23:59:59.999Z" }, "too_early"],
    ["long ago, by a key that is retired", { from, retiredAt }, { signedAt: june }, "counts"],
    ["when it retired", { from, retiredAt }, { signedAt: retiredAt }, "retired"],
    ["after it retired", { from, retiredAt }, { signedAt: "2027-06-01T00:00:00.000Z" }, "retired"],
    [
      "in the log before it was given up",
      { from, compromisedAfter: 7 },
      { signedAt: june, logIndex: 6 },
      "counts",
    ],
    [
      "in the log since",
      { from, compromisedAfter: 7 },
      { signedAt: june, logIndex: 7 },
      "compromised",
    ],
    [
      "dated before, in no log that anybody looked into",
      { from, compromisedAfter: 7 },
      { signedAt: from },
      "unknown",
    ],
    [
      "by a key that was never worth anything",
      { from, compromisedAfter: 0 },
      { signedAt: june, logIndex: 0 },
      "compromised",
    ],
    [
      "in the log before, after it had retired",
      { from, retiredAt, compromisedAfter: 7 },
      { signedAt: retiredAt, logIndex: 3 },
      "retired",
    ],
    ["at no date", { from }, { signedAt: "yesterday" }, "too_early"],
  ])("%s", (_, key, when, counts) => {
    expect(countsUnder(key, when)).toBe(counts);
  });
});
