import { AssignmentId, DraftAssignment } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import {
  type AssignmentForm,
  assignmentOf,
  blankCriterion,
  formOf,
  missingIn,
  sharesOf,
  whole,
  withLevel,
} from "./assignment-form.ts";

const id = AssignmentId.parse(`asg_${"1".repeat(32)}`);
const about = { id, source: "fr", reader: "fr" } as const;
const WHOLE = DraftAssignment.parse({
  id,
  title: { fr: "Une étiquette", ar: "بطاقة" },
  task: { fr: "Écrivez-la." },
  takes: ["text", "photo"],
  leastPercent: 55,
  triesAllowed: 2,
  anonymous: true,
  second: { apart: 10 },
  criteria: [
    {
      ...{ id: "price", title: { fr: "Le prix" }, weight: 3, leastLevel: 1 },
      levels: [
        { percent: 0, text: { fr: "Aucun coût" } },
        { percent: 100, text: { fr: "Tous les coûts", ar: "كل التكاليف" } },
      ],
    },
  ],
});
let names = 0;
const newName = () => `n${(names += 1)}`;
const form = (over: Partial<AssignmentForm> = {}): AssignmentForm => ({
  ...formOf(WHOLE, newName),
  ...over,
});
const price = () => formOf(WHOLE, newName).criteria[0] ?? blankCriterion("x");
const codesOf = (one: AssignmentForm): string[] => {
  const made = assignmentOf(one, about);
  return "faults" in made
    ? made.faults.map((fault) => [fault.code, ..."at" in fault ? [fault.at] : [], ..."level" in fault ? [fault.level] : []].join(" ")) // prettier-ignore
    : [];
};

describe("an assignment as a form", () => {
  it("says what it said, in all languages, when nothing was touched", () => {
    expect(assignmentOf(form(), about)).toEqual({ assignment: WHOLE });
  });

  it("drops places to write in which nobody wrote, whatever stands in their figures", () => {
    const blank = { ...blankCriterion("c"), weight: "x" };
    expect(assignmentOf(form({ criteria: [...form().criteria, blank] }), about)).toEqual({ assignment: WHOLE }); // prettier-ignore
  });

  it("begins with three levels of which the highest is everything", () => {
    expect(blankCriterion("c").levels.map(({ percent }) => percent)).toEqual(["0", "60", "100"]);
  });

  it("says what is missing or cannot be, and where", () => {
    const title = { ...form().title, fr: " " };
    expect(codesOf(form({ title, takes: [], least: "101", tries: "0", apart: "x" }))).toEqual([
      ...["title", "takes", "least", "tries", "apart"],
    ]);
    const unnamed = { ...price(), title: { ...price().title, fr: "" }, weight: "0" };
    expect(codesOf(form({ criteria: [unnamed] }))).toEqual(["criterion 0", "weight 0"]);
  });

  it.each([
    [["0", "100"], []],
    [["0", "60", "90"], ["highest 0 2"]],
    [["0", "0", "100"], ["rising 0 1"]],
    [["70", "60", "100"], ["rising 0 1"]],
    [["0", "mi", "100"], ["percent 0 1"]],
  ])("takes levels of %j with the faults %j", (percents, expected) => {
    const levels = percents.map((percent) => ({ percent, text: price().title }));
    expect(codesOf(form({ criteria: [{ ...price(), levels }] }))).toEqual(expected);
  });

  it("does not ask how far apart two markers may lie where one marks", () => {
    expect(codesOf(form({ second: false, apart: "x" }))).toEqual([]);
  });

  it("needs no level that it has not: what was needed goes with the level", () => {
    const made = assignmentOf(form({ criteria: [{ ...price(), least: 2 }] }), about);
    expect("assignment" in made && made.assignment.criteria[0]).not.toHaveProperty("leastLevel");
  });

  it("puts a level more beneath the highest, half way", () => {
    expect(withLevel(price().levels, "fr").map(({ percent }) => percent)).toEqual(["0", "50", "100"]); // prettier-ignore
  });

  it("says how much of the mark each criterion makes", () => {
    expect(sharesOf([{ weight: "3" }, { weight: "1" }, { weight: "x" }], "fr")).toEqual([75, 25, undefined]); // prettier-ignore
  });

  it.each([
    ["60 %", 60],
    ["٦٠", 60],
    ["60,5", undefined],
    ["-1", undefined],
    ["", undefined],
  ])("reads %j as %j", (typed, expected) => {
    expect(whole(typed, [0, 100], "fr")).toBe(expected);
  });

  it("names the languages that some of its words lack", () => {
    expect(missingIn(WHOLE, ["fr", "ar", "en"])).toEqual(["ar", "en"]);
  });
});
