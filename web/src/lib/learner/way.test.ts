import type { Blocker, LessonId } from "@twiza/contract";
import { expect, it } from "vitest";
import { newIntent } from "../intent.ts";
import { bandOf, joined, withEvents } from "./progress.ts";
import type { DeviceEvent } from "./queue.ts";
import { addressOfStep, later, nextStep, stillMissing } from "./way.ts";

// Branded ids come from a parser; here they are written by hand.
const lesson = (n: number) => `les_${String(n).repeat(32)}` as LessonId;
const unfinished = (n: number): Blocker => ({
  code: "lesson.unfinished",
  lessonId: lesson(n),
  title: { fr: `Leçon ${n}` },
});
const order = [1, 2, 3, 4].map(lesson);
const at = "2026-03-01T08:00:00.000Z";
const event = (n: number, block: number, type: DeviceEvent["type"]): DeviceEvent => ({
  id: newIntent(),
  type,
  lessonId: lesson(n),
  block,
  deviceId: "device-one",
  seq: 1,
  at,
});

it("a learner goes on in the same lesson at the same block", () => {
  const missing = [unfinished(2), unfinished(3), { code: "quiz.not_taken" } as const];
  const step = nextStep(missing, { place: { lessonId: lesson(3), block: 7, at }, order });
  expect(step).toMatchObject({ kind: "lesson", lessonId: lesson(3), block: 7 });
  expect(addressOfStep("crs_a", step)).toBe(`/learn/crs_a/${lesson(3)}`);
});

it("after a finished lesson comes the next one that is missing, then those left out before", () => {
  const place = { lessonId: lesson(2), block: 9, at };
  expect(nextStep([unfinished(1), unfinished(4)], { place, order })).toMatchObject({
    lessonId: lesson(4),
    block: 0,
  });
  expect(nextStep([unfinished(1)], { place, order })).toMatchObject({ lessonId: lesson(1) });
});

it.each([
  [[{ code: "quiz.not_taken" }], "quiz"],
  [[{ code: "quiz.not_passed", bestPercent: 50, passMarkPercent: 70, triesLeft: 1 }], "quiz"],
  [[{ code: "quiz.not_passed", bestPercent: 50, passMarkPercent: 70, triesLeft: 0 }], "tries_used"],
  [[], "certificate"],
] satisfies [Blocker[], string][])(
  "with all lessons done and %j the step is %s",
  (missing, kind) => {
    expect(nextStep(missing, { order }).kind).toBe(kind);
  },
);

it("a lesson finished without network is no longer missing", () => {
  const progress = withEvents({}, [event(1, 5, "lesson.finished")]);
  expect(stillMissing([unfinished(1), unfinished(2)], progress)).toEqual([unfinished(2)]);
});

it("events in any order and any number of times make the same progress", () => {
  const events = [
    event(1, 3, "lesson.reached"),
    event(1, 5, "lesson.finished"),
    event(1, 4, "practice.answered"),
    event(2, 1, "lesson.reached"),
  ];
  const once = withEvents({}, events);
  expect(once[lesson(1)]).toEqual({ reached: 5, done: true });
  expect(withEvents(once, [...events].reverse())).toEqual(once);
});

it("an answer of the server that is behind takes nothing back", () => {
  const here = { [lesson(1)]: { reached: 5, done: true } };
  const there = {
    [lesson(1)]: { reached: 2, done: false },
    [lesson(2)]: { reached: 1, done: false },
  };
  expect(joined(here, there)).toEqual({
    [lesson(1)]: { reached: 5, done: true },
    [lesson(2)]: { reached: 1, done: false },
  });
});

it("the later place wins, whichever device it was", () => {
  const old = { lessonId: lesson(1), block: 1, at };
  const young = { lessonId: lesson(2), block: 2, at: "2026-03-02T08:00:00.000Z" };
  expect(later(old, young)).toBe(young);
  expect(later(young, old)).toBe(young);
  expect(later(undefined, old)).toBe(old);
});

it("the band shows what is done, the lesson in hand and what is open", () => {
  const progress = { [lesson(1)]: { reached: 5, done: true } };
  const lessons = [1, 2, 3].map((n) => ({ id: lesson(n) }));
  expect(bandOf(lessons, progress, lesson(2))).toEqual(["done", "now", "open"]);
});
