import type { Blocker, ChecklistId, LessonId } from "@twiza/contract";
import { expect, it } from "vitest";
import { bandOf } from "./progress.ts";
import { addressOfStep, nextStep, stillMissing } from "./way.ts";

// Branded ids come from a parser; here they are written by hand.
const lesson = (n: number) => `les_${String(n).repeat(32)}` as LessonId;
const CHECKLIST = `chk_${"1".repeat(32)}` as ChecklistId;
const unfinished = (n: number): Blocker => ({
  code: "lesson.unfinished",
  lessonId: lesson(n),
  title: { fr: `Leçon ${n}` },
});
const order = [1, 2, 3, 4].map(lesson);

it("a learner goes on in the same lesson at the same block", () => {
  const missing = [unfinished(2), unfinished(3), { code: "quiz.not_taken" } as const];
  const step = nextStep(missing, { place: { lessonId: lesson(3), block: 7 }, order });
  expect(step).toMatchObject({ kind: "lesson", lessonId: lesson(3), block: 7 });
  expect(addressOfStep("crs_a", step)).toBe(`/learn/crs_a/${lesson(3)}`);
});

it("after a finished lesson comes the next one that is missing, then those left out before", () => {
  const place = { lessonId: lesson(2), block: 9 };
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
  [[{ code: "skill.not_seen", checklistId: CHECKLIST, title: { en: "Press" } }], "skills"],
  [[], "certificate"],
] satisfies [Blocker[], string][])(
  "with all lessons done and %j the step is %s",
  (missing, kind) => {
    expect(nextStep(missing, { order }).kind).toBe(kind);
  },
);

it("a lesson finished without network is no longer missing", () => {
  const progress = { [lesson(1)]: { reached: 5, done: true } };
  expect(stillMissing([unfinished(1), unfinished(2)], progress)).toEqual([unfinished(2)]);
});

it("the band shows what is done, the lesson in hand and what is open", () => {
  const progress = { [lesson(1)]: { reached: 5, done: true } };
  const lessons = [1, 2, 3].map((n) => ({ id: lesson(n) }));
  expect(bandOf(lessons, progress, lesson(2))).toEqual(["done", "now", "open"]);
});
