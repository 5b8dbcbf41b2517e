import type { Blocker, LearnerId, ProgressLine } from "@twiza/contract";
import { expect, it } from "vitest";
import { byNeed, needOf } from "./by-need.ts";

const now = Date.parse("2026-03-20T08:00:00.000Z");
const failed = (triesLeft: number): Blocker => ({
  code: "quiz.not_passed",
  bestPercent: 40,
  passMarkPercent: 70,
  triesLeft,
});
const learner = (name: string, more: Partial<ProgressLine>): ProgressLine => ({
  // The pattern of an id matters to the server alone.
  learnerId: `lrn_${name}` as LearnerId,
  name,
  lessonsDone: 2,
  lessonCount: 8,
  lastSeenAt: "2026-03-19T08:00:00.000Z",
  completion: { state: "under_way", blockers: [{ code: "quiz.not_taken" }] },
  ...more,
});

const people = [
  learner("earned", { completion: { state: "earned" }, lastSeenAt: "2026-01-01T08:00:00.000Z" }),
  learner("busy", {}),
  learner("failed", { completion: { state: "under_way", blockers: [failed(2)] } }),
  learner("away", { lastSeenAt: "2026-03-01T08:00:00.000Z" }),
  learner("longer away", { lastSeenAt: "2026-02-01T08:00:00.000Z" }),
  learner("no tries", { completion: { state: "under_way", blockers: [failed(0)] } }),
  (({ lastSeenAt: _, ...rest }) => rest)(learner("never", { lessonsDone: 0 })),
];

it("who is stuck stands first, who has finished last", () => {
  expect(byNeed(people, now).map(({ name }) => name)).toEqual([
    "no tries",
    "never",
    "longer away",
    "away",
    "failed",
    "busy",
    "earned",
  ]);
});

it("somebody who has earned it needs nothing, however long ago she was here", () => {
  const [earned] = people;
  expect(earned && needOf(earned, now)).toBe("earned");
});

it("exactly two weeks is not yet away", () => {
  expect(needOf(learner("edge", { lastSeenAt: "2026-03-06T08:00:00.000Z" }), now)).toBe(
    "under_way",
  );
});

it("sorting changes nothing in the list it was given", () => {
  const before = people.map(({ name }) => name);
  byNeed(people, now);
  expect(people.map(({ name }) => name)).toEqual(before);
});
