import { Certificate } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberOf } from "./issue.ts";

const MARK = "4f2a90";
const serial = fc.integer({ min: 1, max: 999_999 });
const year = fc.integer({ min: 2020, max: 2199 });

describe("the number of a certificate", () => {
  it("says the organisation's mark, the year and the place in the series", () => {
    expect(numberOf(MARK, 2026, 123)).toBe("TWZ-4f2a90-2026-000123");
  });

  it("passes the schema of the record, beyond a million too", () => {
    const { number } = Certificate.shape;
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 999_999_999 }), (of, n) => {
        expect(number.parse(numberOf(MARK, of, n))).toBe(numberOf(MARK, of, n));
      }),
    );
    expect(number.safeParse("TWZ-2026-000123").success).toBe(false);
    expect(number.safeParse("TWZ-4f2a90-2026-123").success).toBe(false);
  });

  it("is one for one place: no two of an organisation are alike", () => {
    fc.assert(
      fc.property(year, serial, year, serial, (aYear, a, bYear, b) => {
        const alike = numberOf(MARK, aYear, a) === numberOf(MARK, bYear, b);
        expect(alike).toBe(aYear === bYear && a === b);
      }),
    );
  });

  it("sorts as the series ran", () => {
    fc.assert(
      fc.property(serial, serial, (a, b) => {
        fc.pre(a < b);
        expect(numberOf(MARK, 2026, a) < numberOf(MARK, 2026, b)).toBe(true);
      }),
    );
  });
});
