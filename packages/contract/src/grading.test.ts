import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradingFaults, type Mark, meets, type Rules, weigh } from "./grading.ts";

const PARTS = ["lessons", "quiz", "a", "b", "c", "d"];
const percent = fc.integer({ min: 0, max: 100 });
const state = fc.constantFrom("missing", "passed", "not_passed", "exempt", "overridden");
const marksOf = fc.tuple(
  ...PARTS.map((part) =>
    fc
      .record({ percent: fc.option(percent, { nil: undefined }), state })
      .map(({ percent: p, state: s }): Mark => ({
        part,
        state: p === undefined && s !== "exempt" ? "missing" : s,
        passes: s === "passed",
        ...(p === undefined ? {} : { percent: p }),
      })),
  ),
);
const categoriesOf = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
    fc.array(fc.integer({ min: 1, max: 98 }), { minLength: 3, maxLength: 3 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([places, weights, drops]) =>
    [0, 1, 2]
      .map((at) => ({
        id: `c${at}`,
        weightPercent: weights[at] ?? 1,
        dropLowest: drops[at] ?? 0,
        parts: PARTS.filter((_, index) => places[index] === at),
      }))
      .filter(({ parts }) => parts.length > 0),
  );
const totalOf = (categories: Rules["categories"], marks: readonly Mark[]) =>
  weigh(categories, marks).percent;
/** Lower than any figure: to be exempt from everything is no worse than nought. */
const orNought = (total: number | undefined) => total ?? 0;
const runs = { numRuns: 500 };

describe("a total", () => {
  it("is a whole percentage between the lowest and the highest mark that counts, and never NaN", () => {
    fc.assert(
      fc.property(categoriesOf, marksOf, (categories, marks) => {
        const total = totalOf(categories, marks);
        if (total === undefined) return;
        expect(Number.isInteger(total) && total >= 0 && total <= 100).toBe(true);
        expect(total).toBeLessThanOrEqual(Math.max(...marks.map((mark) => mark.percent ?? 0)));
      }),
      runs,
    );
  });

  it("is never raised by rounding: 59.99 of 60 is 59", () => {
    const marks = [
      { part: "a", percent: 60, state: "passed", passes: true },
      { part: "b", percent: 60, state: "passed", passes: true },
      { part: "c", percent: 59, state: "passed", passes: true },
    ] as const;
    const categories = [{ id: "x", weightPercent: 100, parts: ["a", "b", "c"] }];
    expect(totalOf(categories, marks)).toBe(59);
  });

  it("is exactly what thirds of weights make of it, where fractions of two would be a hair below", () => {
    const all = PARTS.map((part) => ({ part, percent: 70, state: "passed", passes: true }) as const); // prettier-ignore
    const categories = [
      { id: "x", weightPercent: 33, parts: ["a", "b", "c"] },
      { id: "y", weightPercent: 33, parts: ["lessons"] },
      { id: "z", weightPercent: 34, parts: ["quiz", "d"] },
    ];
    expect(totalOf(categories, all)).toBe(70);
  });

  it("never falls when one more of the lowest is left out", () => {
    fc.assert(
      fc.property(categoriesOf, marksOf, (categories, marks) => {
        const more = categories.map((it) => ({ ...it, dropLowest: it.dropLowest + 1 }));
        expect(orNought(totalOf(more, marks))).toBeGreaterThanOrEqual(
          orNought(totalOf(categories, marks)),
        );
      }),
      runs,
    );
  });

  it("never falls when she is exempt from one part more", () => {
    fc.assert(
      fc.property(categoriesOf, marksOf, fc.nat(5), (categories, marks, which) => {
        const spared = marks.map((mark, at) =>
          at === which ? { ...mark, state: "exempt" as const } : mark,
        );
        const after = totalOf(categories, spared);
        if (after === undefined) return;
        expect(after).toBeGreaterThanOrEqual(orNought(totalOf(categories, marks)));
      }),
      runs,
    );
  });

  it("never falls when a mark rises", () => {
    fc.assert(
      fc.property(categoriesOf, marksOf, fc.nat(5), (categories, marks, which) => {
        const raised = marks.map((mark, at) =>
          at === which && mark.percent !== undefined
            ? { ...mark, percent: Math.min(100, mark.percent + 10) }
            : mark,
        );
        expect(orNought(totalOf(categories, raised))).toBeGreaterThanOrEqual(
          orNought(totalOf(categories, marks)),
        );
      }),
      runs,
    );
  });

  it("counts what is missing as nought, and says of each part how it stands", () => {
    const marks: Mark[] = [
      { part: "a", percent: 80, state: "passed", passes: true },
      { part: "b", percent: 20, state: "not_passed", passes: false },
      { part: "quiz", state: "missing", passes: false },
      { part: "lessons", percent: 10, state: "exempt", passes: false },
    ];
    const categories = [
      { id: "work", weightPercent: 60, dropLowest: 1, parts: ["a", "b"] },
      { id: "test", weightPercent: 40, parts: ["quiz", "lessons"] },
    ];
    expect(weigh(categories, marks)).toEqual({
      percent: 50,
      categories: [
        {
          id: "work",
          percent: 80,
          parts: [
            { part: "a", standing: "counts" },
            { part: "b", standing: "dropped" },
          ],
        },
        {
          id: "test",
          percent: 5,
          parts: [
            { part: "quiz", standing: "counts" },
            { part: "lessons", standing: "counts" },
          ],
        },
      ],
    });
  });
});

it("a part asks to be passed, or for its least percentage, or nothing of whom it is waived for", () => {
  const mark = { part: "quiz", percent: 50, state: "not_passed", passes: false } as const;
  expect(meets(mark)).toBe(false);
  expect(meets(mark, 50)).toBe(true);
  expect(meets(mark, 51)).toBe(false);
  expect(meets({ ...mark, state: "exempt" })).toBe(true);
  expect(meets({ part: "quiz", state: "missing", passes: false }, 0)).toBe(true);
});

describe("rules", () => {
  const parts = ["lessons", "quiz"];
  const one = (over: Partial<Rules["categories"][number]>) => ({
    categories: [{ id: "a", weightPercent: 100, parts: ["quiz"], ...over }],
  });
  it.each<[string, Rules, readonly string[]]>([
    ["that are whole", one({}), []],
    ["without any weight", one({ weightPercent: 0 }), ["weights"]],
    ["of 90 together", one({ weightPercent: 90 }), ["weights"]],
    ["of a part that is none", one({ parts: ["chk"] }), ["parts"]],
    ["of a part twice", one({ parts: ["quiz", "quiz"] }), ["parts"]],
    ["that leave all out", one({ dropLowest: 1 }), ["drops"]],
    ["of a total of nothing", { categories: [], passPercent: 50 }, ["total"]],
    ["that ask nothing", { ...one({}), least: { lessons: 0, quiz: 0 } }, ["nothing"]],
    ["that ask a total alone", { ...one({}), least: { lessons: 0, quiz: 0 }, passPercent: 1 }, []],
  ])("%s are told", (_, rules, faults) => {
    expect(gradingFaults(rules, parts)).toEqual(faults);
  });
});
