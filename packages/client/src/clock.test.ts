import fc from "fast-check";
import { expect, it } from "vitest";
import { claim, claimed, heard, UNHEARD, written } from "./clock.ts";

const YEAR = 365 * 24 * 3_600_000;
const TRUE = Date.parse("2026-03-01T08:00:00Z");

it("a device that was never told the time claims what its clock shows", () => {
  expect(claim(UNHEARD, TRUE)).toBe(TRUE);
});

it.each([
  ["in 1970", 0],
  ["two years behind", TRUE - 2 * YEAR],
  ["two years ahead", TRUE + 2 * YEAR],
])("a clock that stands %s is put right by the server's", (_where, shown) => {
  const time = heard(shown, TRUE);
  expect(claim(time, shown + 5000)).toBe(TRUE + 5000);
});

it("a few seconds of difference are the way of a reply, not another clock", () => {
  expect(heard(TRUE, TRUE - 20_000).offset).toBe(0);
  expect(heard(TRUE, TRUE - 90_000).offset).toBe(-90_000);
});

it("a battery that died sets the clock to 1970, but no claim before what was heard", () => {
  const time = heard(TRUE, TRUE);
  expect(claim(time, 60_000)).toBe(TRUE);
});

it("claims never run backwards, whatever the clock does, until the server has spoken", () => {
  const shown = fc.double({ min: -1e15, max: 1e16, noNaN: true });
  fc.assert(
    fc.property(fc.array(shown), (clocks) => {
      let time = UNHEARD;
      let last = -Infinity;
      for (const now of clocks) {
        const moment = claim(time, now);
        expect(moment).toBeGreaterThanOrEqual(last);
        expect(written(moment)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        time = claimed(time, moment);
        last = moment;
      }
    }),
  );
});

it("a claim that ran ahead is taken back when the server is heard", () => {
  const ahead = claimed(UNHEARD, TRUE + 10 * YEAR);
  expect(claim(ahead, TRUE)).toBe(TRUE + 10 * YEAR);
  expect(claim(heard(TRUE + 10 * YEAR, TRUE), TRUE + 10 * YEAR)).toBe(TRUE);
});
