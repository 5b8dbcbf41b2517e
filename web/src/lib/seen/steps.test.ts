import { CriterionName } from "@twiza/contract";
import { expect, it } from "vitest";
import { stepsOf } from "./steps.ts";

const seen = [
  { criterion: CriterionName.parse("b"), result: "not_met" as const, note: "again" },
  { criterion: CriterionName.parse("gone"), result: "met" as const },
];

it("steps stand in the order of the checklist, in its words; what it does not have any more keeps its result", () => {
  const criteria = [
    { id: "a", text: { en: "A" } },
    { id: "b", text: { en: "B" }, critical: true as const },
  ];
  expect(stepsOf({ seen }, { criteria })).toEqual([
    { id: "b", text: { en: "B" }, critical: true, result: "not_met", note: "again" },
    { id: "gone", text: undefined, result: "met", note: undefined },
  ]);
});

it("of a checklist that is gone altogether the results stay", () => {
  expect(stepsOf({ seen }, undefined).map(({ result }) => result)).toEqual(["not_met", "met"]);
});
