import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsWithin, monthsAfter } from "./certificate-limits.ts";

const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("months later", () => {
  it("is the same day, or the last of a month that is shorter", () => {
    expect(monthsAfter("2026-01-31T10:00:00.000Z", 1)).toBe("2026-02-28T10:00:00.000Z");
    expect(monthsAfter("2024-02-29T10:00:00.000Z", 12)).toBe("2025-02-28T10:00:00.000Z");
    expect(monthsAfter("2026-11-15T10:00:00.000Z", 24)).toBe("2028-11-15T10:00:00.000Z");
  });

  it("lies that many months on, never in the month after", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 120 }), (from, months) => {
        const [a, b] = [new Date(from), new Date(monthsAfter(from, months))];
        const apart =
          (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
        expect(apart).toBe(months);
        expect(b.getUTCDate()).toBeLessThanOrEqual(a.getUTCDate());
        expect(b.toISOString().slice(10)).toBe(from.slice(10));
      }),
    );
  });
});

describe("reminding of an end", () => {
  const end = "2026-12-31T00:00:00.000Z";
  it.each([
    ["2026-01-01", undefined],
    ["2026-10-02", 90],
    ["2026-12-01", 30],
    ["2026-12-24", 7],
    ["2026-12-31", undefined],
    ["2027-01-01", undefined],
  ] as const)("on %s says %s", (day, says) => {
    expect(endsWithin(end, new Date(day))).toBe(says);
  });

  it("says nothing of one that holds for ever", () => {
    expect(endsWithin(undefined, new Date())).toBeUndefined();
  });
});
