import type { Blocker, LearnerId, ProgressLine } from "@twiza/contract";
import { expect, it } from "vitest";
import { byNeed, needCounts } from "./by-need.ts";

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

const doneOf = ({ lessonsDone }: ProgressLine) => lessonsDone;
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
  expect(byNeed(people, { now, doneOf }).map(({ name }) => name)).toEqual([
    "no tries",
    "never",
    "longer away",
    "away",
    "failed",
    "busy",
    "earned",
  ]);
});

it("sorting changes nothing in the list it was given", () => {
  const before = people.map(({ name }) => name);
  byNeed(people, { now, doneOf });
  expect(people.map(({ name }) => name)).toEqual(before);
});

it("how many need what is counted, and what nobody needs is not named", () => {
  expect(needCounts(people, now)).toEqual([
    { need: "no_tries", count: 1 },
    { need: "never", count: 1 },
    { need: "away", count: 2 },
    { need: "failed", count: 1 },
    { need: "under_way", count: 1 },
    { need: "earned", count: 1 },
  ]);
});
