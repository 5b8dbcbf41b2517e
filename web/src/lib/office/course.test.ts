import { Manifest } from "@twiza/contract";
import { expect, it } from "vitest";
import { isUnchanged, lessonsIn, stateOf, unwrittenLessons } from "./course.ts";

const id = (prefix: string, digit: string): string => `${prefix}_${digit.repeat(32)}`;
const body = { hash: "a".repeat(64), bytes: 100, mediaBytes: 0 };
const lesson = (digit: string, fr: string, bodies: object) => ({
  id: id("les", digit),
  title: { fr },
  minutes: 5,
  blockCount: 3,
  bodies,
});
const draft = Manifest.parse({
  format: 1,
  courseId: id("crs", "1"),
  title: { fr: "Qualité" },
  summary: { fr: "Un cours" },
  sourceLanguage: "fr",
  legalReview: false,
  passMarkPercent: 70,
  triesAllowed: 3,
  quiz: { title: { fr: "Test" }, itemCount: 5 },
  modules: [
    {
      id: id("mod", "1"),
      title: { fr: "Un" },
      lessons: [
        lesson("1", "Lue", { fr: body, ar: body }),
        lesson("2", "Pas écrite", { ar: body }),
      ],
    },
  ],
});

it("a lesson without its own language stands in the way, by name", () => {
  expect(unwrittenLessons(draft)).toEqual([{ fr: "Pas écrite" }]);
});

it("translations are counted lesson by lesson", () => {
  expect([lessonsIn(draft, "fr"), lessonsIn(draft, "ar"), lessonsIn(draft, "zgh")]).toEqual([
    1, 2, 0,
  ]);
});

it("a course is a draft until its first version, and changed only after one", () => {
  expect(stateOf({ unpublishedChanges: true })).toBe("draft");
  expect(stateOf({ version: 1, unpublishedChanges: true })).toBe("changed");
  expect(stateOf({ version: 2, unpublishedChanges: false })).toBe("live");
});

it("any one difference is a change", () => {
  const none = {
    lessonsAdded: 0,
    lessonsChanged: 0,
    lessonsRemoved: 0,
    settingsChanged: false,
    quizChanged: false,
    checklistsChanged: false,
    assignmentsChanged: false,
  };
  expect(isUnchanged(none)).toBe(true);
  expect(isUnchanged({ ...none, lessonsRemoved: 1 })).toBe(false);
  expect(isUnchanged({ ...none, quizChanged: true })).toBe(false);
  expect(isUnchanged({ ...none, settingsChanged: true })).toBe(false);
});
