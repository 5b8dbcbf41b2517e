import { type Enrolment, Manifest } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedPercent, withResult } from "../attempt/counting.ts";
import { type Result, standingBy } from "./standing.ts";

type Quiz = Enrolment["quiz"];
const COUNTS = ["best", "last", "first", "average"] as const;
const testOf = (counts: (typeof COUNTS)[number], passMarkPercent = 60) =>
  ({ quiz: { rules: Manifest.shape.quiz.shape.rules.parse({ counts }) }, passMarkPercent }) as Pick<
    Manifest,
    "quiz" | "passMarkPercent"
  >;

/** Where she stands when these are handed in one behind the other. */
const handedIn = (percents: readonly number[]): Quiz =>
  percents.reduce<Quiz>(
    (quiz, percent) => ({
      tries: quiz.tries + 1,
      bestPercent: Math.max(percent, quiz.bestPercent ?? 0),
      results: withResult(quiz, percent),
    }),
    { tries: 0 },
  );
const percent = fc.nat(100);
const results = fc.array(fc.record({ from: percent, to: percent }), { minLength: 1, maxLength: 8 });
const inOrder = (all: readonly { from: number; to: number }[]): Result[] =>
  all.map((each, at) => ({ ...each, at: `2026-03-01T00:00:0${at}.000Z` }));

describe("where she stands once her hand-ins are marked anew", () => {
  it("is where she would stand had they been marked so from the beginning, in whatever order they are met", () => {
    fc.assert(
      fc.property(results, fc.constantFrom(...COUNTS), fc.infiniteStream(fc.nat()), (all, counts, seed) => {
        const before = handedIn(all.map(({ from }) => from));
        const mixed = inOrder(all)
          .map((each) => [seed.next().value ?? 0, each] as const)
          .sort(([one], [other]) => one - other)
          .map(([, each]) => each);
        const { passed: _, ...now } = standingBy(before, mixed, testOf(counts)).quiz;
        expect(now).toEqual(handedIn(all.map(({ to }) => to)));
      }),
    ); // prettier-ignore
  });

  it("takes no pass away, and says who has one now", () => {
    fc.assert(
      fc.property(results, fc.constantFrom(...COUNTS), (all, counts) => {
        const test = testOf(counts);
        const before = handedIn(all.map(({ from }) => from));
        const { quiz, difference } = standingBy(before, inOrder(all), test);
        const passes = (of: Quiz) =>
          of.passed === true || (countedPercent(test.quiz, of) ?? 0) >= test.passMarkPercent;
        if (passes(before)) expect(passes(quiz)).toBe(true);
        expect(difference.passes).toBe(!passes(before) && passes(quiz));
        expect(difference.keeps).toBe(passes(before) && difference.to < test.passMarkPercent);
      }),
    );
  });

  it("passes by the mark of a version that she sat in before she was moved", () => {
    const before = handedIn([30]);
    const result: Result = { at: "2026-03-01T00:00:00.000Z", from: 30, to: 50, formerMark: 50 };
    const { quiz, difference } = standingBy(before, [result], testOf("best"));
    expect([quiz.passed, difference.passes]).toEqual([true, true]);
    const { formerMark: _, ...here } = result;
    expect(standingBy(before, [here], testOf("best")).quiz.passed).toBeUndefined();
  });
});
