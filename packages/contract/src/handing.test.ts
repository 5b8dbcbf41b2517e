import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreed, byRubric } from "./handing.ts";

const LEVELS = [0, 40, 100].map((percent) => ({ percent }));
const rubric = (leastPercent: number, ...criteria: [weight: number, leastLevel?: number][]) => ({
  leastPercent,
  criteria: criteria.map(([weight, leastLevel], at) => ({
    ...{ id: String(at), weight, levels: LEVELS },
    ...(leastLevel === undefined ? {} : { leastLevel }),
  })),
});
const chose = (...levels: number[]) =>
  levels.map((level, at) => ({ criterion: String(at), level }));

describe("a mark by a rubric", () => {
  it.each([
    ["the mean by weight, rounded down", rubric(50, [3], [1]), chose(1, 2), { percent: 55, passed: true }],
    ["not passed one percent short, however it is rounded", rubric(56, [3], [1]), chose(1, 2), { percent: 55, passed: false }],
    ["passed by exactly enough", rubric(40, [1], [1]), chose(1, 1), { percent: 40, passed: true }],
    ["not passed below a level that is needed", rubric(50, [9], [1, 1]), chose(2, 0), { percent: 90, passed: false, below: ["1"] }],
    ["not passed while a criterion has no level", rubric(0, [1], [1]), chose(2), { passed: false, unmarked: ["1"] }],
    ["unmarked by a level that there is not", rubric(0, [1]), chose(7), { passed: false, unmarked: ["0"] }],
    ["by the later of two words on one criterion", rubric(0, [1]), [...chose(0), ...chose(2)], { percent: 100 }],
  ] as const)("is %s", (_, of, chosen, expected) => {
    expect(byRubric(of, chosen)).toMatchObject(expected);
  }); // prettier-ignore

  it("never falls by a higher level", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(weights, fc.nat(2), fc.nat(1), fc.nat(100), (all, at, level, least) => {
        const of = rubric(least, ...all.map((weight): [number] => [weight]));
        const levels = all.map(() => 1);
        const place = at % all.length;
        const lower = byRubric(of, chose(...levels.with(place, level)));
        const higher = byRubric(of, chose(...levels.with(place, level + 1)));
        expect(higher.percent).toBeGreaterThanOrEqual(lower.percent);
        if (lower.passed) expect(higher.passed).toBe(true);
      }),
    );
  });
});

describe("two markings", () => {
  const of = (percent: number, passed = percent >= 50) => ({ percent, passed });
  it("agree with their mean where both pass or both do not, and lie near enough", () => {
    expect(agreed(of(70), of(75), 10)).toEqual({ percent: 72, passed: true });
    expect(agreed(of(10), of(20), 10)).toEqual({ percent: 15, passed: false });
    expect(agreed(of(70), of(81), 10)).toBeUndefined();
    expect(agreed(of(49), of(51), 100)).toBeUndefined();
  });

  it("agree in whatever order they come", () => {
    const some = fc.nat(100);
    fc.assert(
      fc.property(some, some, some, (one, other, apart) => {
        expect(agreed(of(one), of(other), apart)).toEqual(agreed(of(other), of(one), apart));
      }),
    );
  });
});
