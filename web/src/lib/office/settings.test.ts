import { expect, it } from "vitest";
import { disagreements, isSame, merged, settingsOf } from "./settings.ts";

const before = settingsOf({
  title: { fr: "Gérer", ar: "تدبير" },
  summary: { fr: "Tout." },
  passMarkPercent: 70,
  triesAllowed: 3,
});
const mine = { ...before, title: { ...before.title, fr: "Bien gérer" }, passMark: "80" };
const theirs = {
  ...before,
  title: { ...before.title, fr: "Gérer ensemble", en: "Manage" },
  tries: "5",
};

it("what she wrote stays, and what she had not touched becomes what somebody else saved", () => {
  expect(merged(mine, before, theirs)).toEqual({
    title: { fr: "Bien gérer", ar: "تدبير", en: "Manage", zgh: "" },
    summary: before.summary,
    languages: [],
    passMark: "80",
    tries: "5",
    holds: "",
    renewal: "",
  });
});

it("she is shown each field where the two differ, and no other", () => {
  expect(disagreements(merged(mine, before, theirs), theirs)).toEqual([
    { field: "title", language: "fr", mine: "Bien gérer", theirs: "Gérer ensemble" },
    { field: "passMark", mine: "80", theirs: "70" },
  ]);
});

it("whoever wrote nothing loses nothing and disagrees with nobody", () => {
  expect(merged(before, before, theirs)).toEqual(theirs);
  expect(isSame(merged(before, before, theirs), theirs)).toBe(true);
  expect(isSame(before, theirs)).toBe(false);
});

it("of languages, those that either chose are there and those that either left out are not; the words of hers stay", () => {
  const had = { ...before, languages: ["wo", "ha"] };
  const hers = { ...had, languages: ["wo", "ff"], title: { ...before.title, ff: "Laabɗude" } };
  const others = { ...had, languages: ["ha", "bm"] };
  const now = merged(hers, had, others);
  expect(now.languages).toEqual(["bm", "ff"]);
  expect(now.title["ff"]).toBe("Laabɗude");
  expect(disagreements(now, others)).toEqual([
    { field: "title", language: "ff", mine: "Laabɗude", theirs: "" },
    { field: "languages", mine: "bm · ff", theirs: "ha · bm" },
  ]);
  expect(isSame(had, { ...had, languages: ["ha", "wo"] })).toBe(true);
  expect(isSame(had, { ...had, languages: ["ha"] })).toBe(false);
});
