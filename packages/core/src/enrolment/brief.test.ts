import { type LessonId, Manifest } from "@twiza/contract";
import { expect, it } from "vitest";
import { briefOf } from "./brief.ts";

const hex = (letter: string) => letter.repeat(32);
const id = (letter: string) => `les_${hex(letter)}` as LessonId;
const lessons = ["a", "b", "c"].map((letter) => ({
  id: id(letter),
  title: { fr: `Leçon ${letter}` },
  minutes: 5,
  blockCount: 3,
  bodies: {},
}));
const manifestWith = (more: object = {}) =>
  Manifest.parse({
    format: 1,
    courseId: `crs_${hex("0")}`,
    title: { fr: "Gérer" },
    summary: { fr: "Gérer" },
    sourceLanguage: "fr",
    legalReview: false,
    passMarkPercent: 70,
    triesAllowed: 3,
    quiz: { title: { fr: "Quiz" }, itemCount: 4 },
    modules: [{ id: `mod_${hex("1")}`, title: { fr: "M1" }, lessons }],
    ...more,
  });
const DONE = { reached: 3, done: true };
const hers = (done: string, manifest = manifestWith()) => ({
  value: {
    version: 2,
    progress: { lessons: Object.fromEntries(Array.from(done, (letter) => [id(letter), DONE])) },
    quiz: { tries: 0 },
  },
  manifest,
});
const told = (letter: string, version: number | undefined = 2) => [
  { lessonId: id(letter), version },
];
const part = (letter: string) => ({ [id(letter)]: DONE });

it("of a batch are told the lessons that it is about, and nothing that the phone can work out", () => {
  expect(briefOf(hers("ab"), told("b"))).toEqual({ lessons: part("b") });
  expect(briefOf(hers("a"), told("c"))).toEqual({ lessons: {} });
});

it("with the last lesson it is told what is still missing, and that nothing is", () => {
  const missing = { state: "under_way", blockers: [{ code: "quiz.not_taken" }] };
  expect(briefOf(hers("abc"), told("c"))).toEqual({ lessons: part("c"), completion: missing });
  const { value, manifest } = hers("abc");
  const passed = { ...value, quiz: { tries: 1, bestPercent: 80 } };
  const { completion } = briefOf({ value: passed, manifest }, told("c"));
  expect(completion).toEqual({ state: "earned" });
});

it.each([
  ["by the blocks of a version that she is on no longer", hers("a"), told("a", 1)],
  ["by a phone that says no version", hers("a"), [{ lessonId: id("a") }]],
  [
    "where fewer lessons are enough",
    hers("a", manifestWith({ grading: { categories: [], least: { lessons: 60 } } })),
    told("a"),
  ],
  [
    "where lessons count in a total",
    hers(
      "a",
      manifestWith({
        grading: {
          categories: [
            { id: "all", title: { fr: "Tout" }, weightPercent: 100, parts: ["lessons", "quiz"] },
          ],
          passPercent: 60,
        },
      }),
    ),
    told("a"),
  ],
])("what is missing is told as well %s", (_when, one, events) => {
  expect(briefOf(one, events).completion).toMatchObject({ state: "under_way" });
});
