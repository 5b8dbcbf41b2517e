import { expect, it } from "vitest";
import { cueAt } from "./cue.ts";

const CUES = [
  { at: 0.5, until: 2, from: 0, to: 9 },
  { at: 2.4, until: 5, from: 10, to: 20 },
  { at: 5, until: 7.25, from: 21, to: 30 },
];

it.each([
  [0, undefined],
  [0.49, undefined],
  [0.5, 0],
  [2.2, 0],
  [2.4, 10],
  [4.99, 10],
  [5, 21],
  [100, 21],
])("at second %d the sentence at %s is lit", (seconds, from) => {
  expect(cueAt(CUES, seconds)?.from).toBe(from);
});

it("a recording without cues lights no sentence", () => {
  expect(cueAt([], 3)).toBeUndefined();
});
