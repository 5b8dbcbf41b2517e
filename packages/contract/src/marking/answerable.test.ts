import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unanswerable } from "./answerable.ts";
import type { AskedOption } from "./asked.ts";
import { gapsIn, withGaps } from "./gaps.ts";
import { OPTION_LIMITS, QUESTION_KINDS } from "./kinds.ts";
import { answerable, broken } from "./testing/questions.ts";

type Question = Parameters<typeof unanswerable>[0];
const option = (id: string, over: Partial<AskedOption> & { spot?: object } = {}) => ({
  ...{ id, text: `text of ${id}`, right: true },
  ...over,
});
const asked = (question: Question["question"], options: readonly AskedOption[], over: object = {}) =>
  ({ question, options, prompt: "?", ...over }) as Question; // prettier-ignore
const no = { right: false };
const spot = { x: 1, y: 1 };
const many = (count: number, over: (at: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, at) => option(`o${at}`, over(at)));
const gap = (name: string, over: object = {}) => ({ gap: name, ...over });

describe("nobody could answer", () => {
  it.each([
    ["a number without one", asked("number", []), "no_number"],
    ["a number with options", asked("number", [option("a")], { number: { value: 1, tolerance: 0 } }), "many_options"],
    ["a choice with a number", asked("choice", many(2), { number: { value: 1, tolerance: 0 } }), "many_options"],
    ["a choice of one", asked("choice", [option("a")]), "few_options"],
    ["a choice of nine", asked("choice", many(9)), "many_options"],
    ["three of true and false", asked("truefalse", many(3)), "many_options"],
    ["a choice with one name twice", asked("choice", [option("a"), option("a", no)]), "same_options"],
    ["a choice without a right one", asked("choice", many(2, () => no)), "none_right"],
    ["a choice with two right ones", asked("choice", many(2)), "several_right"],
    ["several without a right one", asked("multiple", many(3, () => no)), "none_right"],
    ["a short answer without words", asked("short", []), "few_options"],
    ["a short answer with wrong words only", asked("short", many(2, () => no)), "none_right"],
    ["a match without what belongs together", asked("match", [option("a", { pair: "x" }), option("b")]), "no_pair"],
    ["a match that asks for the same twice", asked("match", many(2, () => ({ text: "a", pair: "x" }))), "same_options"],
    ["an order of one", asked("order", [option("a")]), "few_options"],
    ["an order with a step twice", asked("order", many(2, () => ({ text: "stir" }))), "same_options"],
    ["an order with a step twice in every language", asked("order", [option("a", { text: { fr: "x", ar: "y" } }), option("b", { text: { fr: "x" } })]), "same_options"],
    ["a cloze without gaps", asked("cloze", many(2)), "gap_astray"],
    ["a gap that is not in the text", asked("cloze", [option("a", gap("a"))], { prompt: "no gap" }), "gap_astray"],
    ["a gap that nothing fills", asked("cloze", [option("a", gap("a"))], { prompt: "[[a]] [[b]]" }), "gap_astray"],
    ["a gap with wrong words only", asked("cloze", [option("a", gap("a", no))], { prompt: "[[a]]" }), "gap_astray"],
    ["a gap that a language lacks", asked("cloze", [option("a", gap("a"))], { prompt: { fr: "[[a]]", ar: "لا" } }), "gap_astray"],
    ["nine gaps", asked("cloze", many(9, (at) => gap("abcdefghi".charAt(at))), { prompt: "[[a]][[b]][[c]][[d]][[e]][[f]][[g]][[h]][[i]]" }), "gap_astray"],
    ["a list with the same word, right and wrong", asked("cloze", [option("a", gap("a", { text: "x" })), option("b", gap("a", { text: "x", right: false }))], { prompt: "[[a]]" }), "same_options"],
    ["a picture that is not there", asked("hotspot", many(2, () => ({ spot }))), "no_picture"],
    ["a place that is nowhere", asked("hotspot", [option("a", { spot }), option("b")], { picture: {} }), "no_spot"],
    ["a scale of four steps, which has no middle", asked("likert", many(4, () => no)), "odd_steps"],
    ["a scale with a step twice", asked("likert", many(3, () => ({ text: "x", right: false }))), "same_options"],
    ["a scale of nine", asked("likert", many(9, () => no)), "many_options"],
    ["an open answer with nine things to look for", asked("open", many(9, () => no)), "many_options"],
    ["places of which none is right", asked("hotspot", many(2, () => ({ spot, right: false })), { picture: {} }), "none_right"],
  ])("%s", (_, question, why) => {
    expect(unanswerable(question)).toBe(why);
  }); // prettier-ignore
});

describe("somebody can answer", () => {
  it.each([
    ["an open answer of which nothing is said", asked("open", [])],
    ["two pairs that belong to the same", asked("match", many(2, () => ({ pair: "x" })))],
    ["the same word in two gaps", asked("cloze", [option("a", gap("a", { text: "x" })), option("b", gap("b", { text: "x" })), option("c", gap("b", { text: "y", right: false }))], { prompt: "[[b]] [[a]]" })],
    ["a gap that stands twice", asked("cloze", [option("a", gap("a"))], { prompt: "[[a]] and [[a]]" })],
    ["steps that are not written yet", asked("order", many(3, () => ({ text: "" })))],
    ["steps that differ in one language", asked("order", [option("a", { text: { fr: "x", ar: "y" } }), option("b", { text: { fr: "x", ar: "z" } })])],
    ["a choice of words that look alike, which may be meant", asked("choice", [option("a", { text: "x" }), option("b", { text: "x", right: false })])],
  ])("%s", (_, question) => {
    expect(unanswerable(question)).toBeUndefined();
  }); // prettier-ignore

  it("at most so many options, of each kind", () => {
    fc.assert(
      fc.property(answerable, ({ question, options }) => {
        expect(options.length).toBeLessThanOrEqual(OPTION_LIMITS[question]);
      }),
    );
    expect(Object.keys(OPTION_LIMITS)).toEqual([...QUESTION_KINDS]);
  });
});

it("whatever is broken, why is told without failing, and the same each time", () => {
  fc.assert(
    fc.property(broken, (question) => {
      expect(unanswerable(question)).toBe(unanswerable(structuredClone(question)));
    }),
  );
});

it("gaps are found in their order, each once, and only where they are named by one letter", () => {
  expect(gapsIn("[[b]] [[a]] [[b]] [[zz]] [[A]] [[1]] [c] [[]]")).toEqual(["b", "a"]);
  expect(withGaps("[[b]], [[a]] [[zz]]", (gap) => gap.toUpperCase())).toBe("B, A [[zz]]");
});
