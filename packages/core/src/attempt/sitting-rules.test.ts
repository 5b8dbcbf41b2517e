import { Manifest } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedPercent, withResult } from "./counting.ts";
import {
  closingFor,
  endOf,
  isToldAll,
  lastMomentOf,
  LATE_MINUTES,
  minutesFor,
  mustBeOpen,
  tookTooLong,
} from "./sitting-rules.ts";

const at = (time: string) => `2026-03-01T${time}:00.000Z`;
const given = (more: object) => ({ allowance: more });

describe("the time of a sitting", () => {
  it.each([
    [{}, {}, undefined],
    [{ minutes: 30 }, {}, 30],
    [{ minutes: 30 }, given({ extraPercent: 50 }), 45],
    [{ minutes: 7 }, given({ extraPercent: 25 }), 9],
    [{}, given({ extraPercent: 200 }), undefined],
  ])("by %o with %o is %s minutes", (rules, quiz, minutes) => {
    expect(minutesFor(rules, quiz)).toBe(minutes);
  });

  it("ends with its minutes or with the test, whichever is first, and a little later by our clock", () => {
    const end = (minutes?: number, closing?: string) => endOf(at("08:00"), { minutes, closing });
    expect(end()).toBeUndefined();
    expect(end(30)).toBe(at("08:30"));
    expect(end(30, at("08:10"))).toBe(at("08:10"));
    expect(end(30, at("09:00"))).toBe(at("08:30"));
    expect(end(undefined, at("08:10"))).toBe(at("08:10"));
    expect(lastMomentOf(at("08:30")).toISOString()).toBe(at(`08:${30 + LATE_MINUTES}`));
  });

  it("of a sitting without network is what the phone itself says", () => {
    const said = (closedAt: string) => ({ openedAt: at("08:00"), closedAt });
    expect(tookTooLong(said(at("08:31")), 30)).toBe(false);
    expect(tookTooLong(said(at("08:33")), 30)).toBe(true);
    expect(tookTooLong(said(at("23:00")), undefined)).toBe(false);
    // A clock that was set back proves nothing against her.
    expect(tookTooLong(said(at("07:00")), 30)).toBe(false);
  });
});

describe("a test with a beginning and an end", () => {
  const times = { opensAt: at("08:00"), closesAt: at("12:00") };
  const begins =
    (now: string, more: object = {}) =>
    () => {
      mustBeOpen(times, given(more), new Date(now));
    };
  it("is begun between them, the first moment included", () => {
    expect(begins(at("07:59"))).toThrow("attempt.not_open");
    expect(begins(at("08:00"))).not.toThrow();
    expect(begins(at("11:59"))).not.toThrow();
    expect(begins(at("12:00"))).toThrow("attempt.over");
  });

  it("ends later for who was given a later end, and never earlier", () => {
    expect(begins(at("12:30"), { closesAt: at("13:00") })).not.toThrow();
    expect(begins(at("11:30"), { closesAt: at("11:00") })).not.toThrow();
    expect(closingFor({}, given({ closesAt: at("11:00") }))).toBeUndefined();
  });

  it("is open for ever where nobody has said when", () => {
    expect(() => {
      mustBeOpen({}, {}, new Date(0));
    }).not.toThrow();
  });
});

describe("the result that counts", () => {
  const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
  type Counts = NonNullable<NonNullable<Manifest["quiz"]["rules"]>["counts"]>;
  const countedBy = (all: readonly number[], counts?: Counts) => {
    const quiz = all.reduce<{ tries: number; bestPercent?: number; results?: ReturnType<typeof withResult> }>(
      (before, percent) => ({
        tries: before.tries + 1,
        bestPercent: Math.max(before.bestPercent ?? 0, percent),
        results: withResult(before, percent),
      }),
      { tries: 0 },
    ); // prettier-ignore
    return countedPercent({ rules: counts ? { counts } : undefined }, quiz);
  };
  it("is the best, the last, the first or the average, rounded down", () => {
    fc.assert(
      fc.property(percents, (all) => {
        expect(countedBy(all)).toBe(Math.max(...all));
        expect(countedBy(all, "best")).toBe(Math.max(...all));
        expect(countedBy(all, "first")).toBe(all[0]);
        expect(countedBy(all, "last")).toBe(all.at(-1));
        const sum = all.reduce((total, one) => total + one, 0);
        expect(countedBy(all, "average")).toBe(Math.floor(sum / all.length));
      }),
    );
  });

  it("of who was graded before results were kept is the best of then, whatever counts", () => {
    for (const counts of ["best", "last", "first", "average"] as const)
      expect(countedPercent({ rules: { counts } }, { bestPercent: 64 })).toBe(64);
    expect(withResult({ tries: 2, bestPercent: 64 }, 80)).toEqual({ first: 64, last: 80, sum: 144, count: 2 }); // prettier-ignore
  });

  it("is none before there is one", () => {
    expect(countedPercent({ rules: { counts: "average" } }, {})).toBeUndefined();
  });
});

it("what is told of a result is all, all at the end, or the figure alone", () => {
  const failed = { passed: false, triesLeft: 1 };
  expect([undefined, "answers", "answers_at_end", "score"].map((tells) => isToldAll(tells as never, failed))).toEqual([true, true, false, false]); // prettier-ignore
  for (const end of [
    { passed: true, triesLeft: 1 },
    { passed: false, triesLeft: 0 },
  ])
    expect([isToldAll("answers_at_end", end), isToldAll("score", end)]).toEqual([true, false]);
});
