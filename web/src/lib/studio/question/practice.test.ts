import type { DraftBlock } from "@twiza/contract";
import { expect, it } from "vitest";
import { blank } from "../blocks.ts";
import { paragraph } from "../studio.testing.ts";
import { missingOf, withAsked } from "./practice.ts";

type Question = Extract<DraftBlock, { kind: "question" }>;
const cloze: Question = {
  kind: "question",
  question: "cloze",
  prompt: paragraph("On [[a]] le miel."),
  options: [{ id: "a", text: "pèse", right: true, gap: "a" }],
};

it("a question of practice tells what it lacks once something is written in it", () => {
  expect(missingOf(blank("question") as Question)).toBeUndefined();
  expect(missingOf(cloze)).toBeUndefined();
  expect(missingOf({ ...cloze, prompt: paragraph("On le miel.") })).toBe("gap_astray");
  expect(missingOf({ ...cloze, prompt: paragraph("") })).toBe("empty");
  const both = { ...cloze, options: ["a", "b"].map((id) => ({ id, text: "pèse", right: true, gap: "a" })) }; // prettier-ignore
  expect(missingOf(both)).toBe("same_options");
  expect(missingOf({ ...both, question: "hotspot" })).toBe("same_options");
  expect(missingOf({ ...cloze, question: "match", options: [{ id: "a", text: "Un", right: true }] })).toBe("no_pair"); // prettier-ignore
});

it("any of several right answers will do in practice, as the server has it", () => {
  const options = ["un", "deux"].map((text) => ({ id: text, text, right: true }));
  expect(missingOf({ ...cloze, question: "choice", options })).toBeUndefined();
});

it("words that may be left out and are empty go, others stay", () => {
  const asking = { ...cloze, hint: "", options: [{ id: "a", text: "", right: true, feedback: "", pair: "" }] }; // prettier-ignore
  expect(withAsked(cloze, asking)).toEqual({
    ...cloze,
    options: [{ id: "a", text: "", right: true, pair: "" }],
  });
});
