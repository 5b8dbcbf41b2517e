import type { Grading } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { fieldFaults, gradingOf, newCategory, rulesDraft, rulesFaults } from "./rules-form.ts";

const parts = [
  { part: "lessons", passPercent: 100 },
  { part: "quiz", passPercent: 70 },
];
const inFrench = { source: "fr", language: "fr" } as const;
const RULES: Grading = {
  categories: [
    { id: "a", title: { fr: "Leçons", ar: "دروس" }, weightPercent: 40, parts: ["lessons"] },
    { id: "b", title: { fr: "Test" }, weightPercent: 60, parts: ["quiz"] },
  ],
  least: { lessons: 0, quiz: 50 },
  passPercent: 60,
};

describe("what counts, as an author writes it", () => {
  it("comes back as it was, names in other languages too", () => {
    expect(gradingOf(rulesDraft({ parts, grading: RULES }, "fr"), inFrench)).toEqual(RULES);
  });

  it("is nothing where everything is to be passed", () => {
    expect(gradingOf(rulesDraft({ parts }, "fr"), inFrench)).toBeUndefined();
  });

  it("gives a new category what is missing to a hundred, and a name of its own", () => {
    const { categories } = rulesDraft({ parts, grading: RULES }, "fr");
    const [first] = categories;
    expect(newCategory(first ? [first] : [], "fr")).toMatchObject({ id: "c1", weight: "60" });
    expect(newCategory(categories, "fr")).toMatchObject({ weight: "" });
  });

  it("tells each field that cannot be read", () => {
    const draft = rulesDraft({ parts, grading: RULES }, "fr");
    const [category] = draft.categories;
    if (category) [category.title, category.weight, category.drop] = [" ", "0", "x"];
    draft.needs["quiz"] = { ask: "least", least: "150" };
    draft.total = "soixante";
    expect([...fieldFaults(draft, "fr")]).toEqual(["least.quiz", "title.a", "weight.a", "drop.a", "total"]); // prettier-ignore
  });

  it("tells rules that nobody could keep to before they are sent", () => {
    expect(rulesFaults({ ...RULES, categories: RULES.categories.slice(1) }, parts)).toEqual(["weights"]); // prettier-ignore
    expect(rulesFaults(undefined, parts)).toEqual([]);
  });
});
