import { expect, it } from "vitest";
import { isOf, isWithin, WHOLE } from "./scope.ts";

it.each([
  ["alone", "alone", true],
  ["alone", "alone/step/1", true],
  ["alone", "alone-too", false],
  ["try", "try/prompt", true],
  ["try", "try/option/a", true],
  ["try", "try/option/a/why", false],
  ["try", "try/why", false],
  ["try/option/a", "try/option/a", true],
  ["try/option/a", "try/option/a/why", false],
  ["try/verdict try/option/a/why", "try/option/a/why", true],
  ["try/verdict try/option/a/why", "try/verdict", true],
  ["try/verdict try/option/a/why", "try/option/a", false],
  [WHOLE, "title", true],
  [WHOLE, "try/option/b", true],
  [WHOLE, "try/option/b/why", false],
  [WHOLE, "why", false],
])("a Listen of “%s” speaks “%s”: %s", (scope, place, spoken) => {
  expect(isWithin(place, scope)).toBe(spoken);
});

it.each([
  ["try", { scope: WHOLE, place: "try/option/a" }, true],
  ["try/option/a", { scope: "try", place: "try/option/a" }, true],
  ["alone", { scope: WHOLE, place: "try/prompt" }, false],
  [WHOLE, { scope: WHOLE, place: "alone" }, true],
  [WHOLE, { scope: "alone", place: "alone" }, false],
  // While one answer is heard, the question's own Listen begins the question.
  ["try", { scope: "try/option/a", place: "try/option/a" }, false],
  ["try/option/b", { scope: "try", place: "try/option/a" }, false],
])("a tap on “%s” while %j speaks pauses it: %s", (scope, now, pauses) => {
  expect(isOf(scope, now)).toBe(pauses);
});
