import { expect, it } from "vitest";
import { outcomeOf } from "./example.ts";

const parts = [
  { part: "lessons", passPercent: 100 },
  { part: "quiz", passPercent: 70 },
];
const grading = {
  categories: [
    { id: "a", title: { fr: "Leçons" }, weightPercent: 50, parts: ["lessons"] },
    { id: "b", title: { fr: "Test" }, weightPercent: 50, parts: ["quiz"] },
  ],
  least: { quiz: 40 },
  passPercent: 80,
};

it("an example says what is missing by name, the total among it", () => {
  expect(outcomeOf({ lessons: 90, quiz: 50 }, { parts, grading })).toEqual({ percent: 70, missing: ["lessons", "total"] }); // prettier-ignore
  expect(outcomeOf({ lessons: 100, quiz: 60 }, { parts, grading })).toEqual({ percent: 80, missing: [] }); // prettier-ignore
  expect(outcomeOf({ lessons: 100, quiz: 60 }, { parts, grading: undefined })).toEqual({ missing: ["quiz"] }); // prettier-ignore
});
