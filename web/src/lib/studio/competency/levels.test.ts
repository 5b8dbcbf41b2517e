import { expect, it } from "vitest";
import { levelsOf } from "./levels.ts";

const BEGUN = { id: "begun", title: { fr: "Débutant", ar: "مبتدئ" } };
const SURE = { id: "sure", title: { fr: "Confirmé" } };
const read = (text: string, language: "fr" | "ar" = "fr") =>
  levelsOf(text, [BEGUN, SURE], language);

it("levels that are there stay the same in all their languages, whatever the order that they are written in", () => {
  expect(read("Confirmé\nDébutant")).toEqual([SURE, BEGUN]);
  expect(read("مبتدئ\nConfirmé", "ar")).toEqual([BEGUN, SURE]);
});

it("a level that is called otherwise stays the level that it was", () => {
  expect(read("Débutante\nConfirmé")).toEqual([
    { id: "begun", title: { fr: "Débutante", ar: "مبتدئ" } },
    SURE,
  ]);
});

it("what is new is called as it is written, once, and empty lines are none", () => {
  expect(read("Débutant\n\nConfirmé\n Expert \nExpert")).toEqual([
    BEGUN,
    SURE,
    { id: "Expert", title: { fr: "Expert" } },
  ]);
  expect(read("")).toEqual([]);
});
