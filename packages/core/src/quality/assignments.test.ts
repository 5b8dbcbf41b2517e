import { AssignmentId, type DraftAssignment, Manifest } from "@twiza/contract";
import { byRubric } from "@twiza/contract/handing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockersOfAssignments, findingsOfAssignments } from "./assignments.ts";

const assignmentId = AssignmentId.parse(`asg_${"1".repeat(32)}`);
const level = (percent: number, fr = "Bien") => ({ percent, text: { fr } });
type Criterion = DraftAssignment["criteria"][number];
const criterion = (over: Partial<Criterion> = {}): Criterion => ({
  ...{ id: "a", weight: 1, title: { fr: "Le prix" }, levels: [level(0), level(50), level(100)] },
  ...over,
});
const WHOLE: DraftAssignment = {
  ...{ id: assignmentId, title: { fr: "Étiqueter" }, task: { fr: "Écrivez." } },
  ...{ takes: ["text"], leastPercent: 50, triesAllowed: 1, criteria: [criterion()] },
};
const said = (over: Partial<DraftAssignment>) =>
  ({ assignments: [{ ...WHOLE, ...over }], sourceLanguage: "fr" }) as const;
const codes = (over: Partial<DraftAssignment>) =>
  blockersOfAssignments(said(over)).map(({ code, criterion: at = "", level: of = "" }) => `${code}${at}${of && `.${of}`}`); // prettier-ignore
const withLevels = (...percents: number[]) => ({
  criteria: [criterion({ levels: percents.map((each) => level(each)) })],
});

describe("an assignment is not published", () => {
  it.each<[string, Partial<DraftAssignment>, string[]]>([
    ["when nothing is missing it is", {}, []],
    ["without a title", { title: { ar: "بطاقة" } }, ["no_title"]],
    ["without a task", { task: {} }, ["no_task"]],
    ["without anything to mark by", { criteria: [] }, ["no_criterion"]],
    ["with a criterion that is not called anything", { criteria: [criterion(), criterion({ id: "b", title: {} })] }, ["no_criterion2"]],
    ["with a level that nobody has described", { criteria: [criterion({ levels: [level(0), level(100, "")] })] }, ["no_level1.2"]],
    ["with levels that fall", withLevels(50, 0, 100), ["levels_astray1"]],
    ["with two levels of one worth", withLevels(0, 50, 50, 100), ["levels_astray1"]],
    ["with a highest level that is not all of it", withLevels(0, 90), ["levels_astray1"]],
    ["with a needed level that it does not have", { criteria: [criterion({ leastLevel: 3 })] }, ["least_level_astray1"]],
    ["without anything at all", { title: {}, task: {}, criteria: [] }, ["no_title", "no_task", "no_criterion"]],
  ])("%s", (_, over, expected) => {
    expect(codes(over)).toEqual(expected);
    // What nothing is said against, publishing takes: no assignment gets stuck between the two.
    const taken = Manifest.shape.assignments.safeParse(said(over).assignments).success;
    if (expected.length === 0) expect(taken).toBe(true);
  }); // prettier-ignore

  it("unless it can be passed: whoever gives the highest level of everything passes it", () => {
    const levels = fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 })
      .map((all) => all.map((each) => level(each)));
    const some = fc.array(fc.record({ levels, weight: fc.integer({ min: 1, max: 9 }), leastLevel: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 4 }); // prettier-ignore
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 100 }), (parts, leastPercent) => {
        const criteria = parts.map((part, at) => criterion({ ...part, id: String(at) }));
        const assignment = { ...WHOLE, leastPercent, criteria };
        if (codes(assignment).length > 0) return;
        const highest = criteria.map(({ id, levels: own }) => ({ criterion: id, level: own.length - 1 })); // prettier-ignore
        expect(byRubric(assignment, highest)).toMatchObject({ percent: 100, passed: true });
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is not yet good in an assignment", () => {
  const codesIn = (over: Partial<DraftAssignment>, languages = ["fr"]) =>
    findingsOfAssignments(said(over), languages).map(({ code, language = "" }) => `${code} ${language}`.trim()); // prettier-ignore

  it("is that whatever is handed in passes", () => {
    expect(codesIn({ leastPercent: 0 })).toEqual(["always_passed"]);
    expect(codesIn({ leastPercent: 0, criteria: [criterion({ leastLevel: 1 })] })).toEqual([]);
    expect(codesIn({ leastPercent: 20, ...withLevels(20, 100) })).toEqual(["always_passed"]);
  });

  it("is each language in which some of it is missing, down to the words of a level", () => {
    expect(codesIn({}, ["fr", "ar"])).toEqual(["untranslated ar"]);
    const both = (fr: string, ar: string) => ({ fr, ar });
    const whole = { title: both("É", "ب"), task: both("É", "ا") };
    const levels = [0, 100].map((percent) => ({ percent, text: both("Bien", "حسن") }));
    const criteria = [criterion({ title: both("Prix", "ثمن"), levels })];
    expect(codesIn({ ...whole, criteria }, ["fr", "ar"])).toEqual([]);
    const one = [criterion({ title: both("Prix", "ثمن"), levels: [...levels.slice(1), level(100)] })]; // prettier-ignore
    expect(codesIn({ ...whole, criteria: one }, ["fr", "ar"])).toContain("untranslated ar");
  });
});
