import { describe, expect, it } from "vitest";
import type { QuestionBlock } from "@twiza/contract";
import { QUESTION_KINDS } from "@twiza/contract/marking";
import { gradePractice, isPlain } from "./grade.ts";

const question: QuestionBlock = {
  kind: "question",
  key: "price",
  question: "multiple",
  prompt: { type: "doc", content: [{ type: "paragraph" }] },
  options: [
    { id: "a", text: "60", right: true },
    { id: "b", text: "24", right: false, feedback: "Divide by the bottles." },
    { id: "c", text: "sixty", right: true },
  ],
  feedback: "1200 / 20 = 60",
};

describe("practice", () => {
  it("is right only with every right option and no other", () => {
    const verdicts = [["a", "c"], ["a"], ["a", "b", "c"], []].map(
      (options) => gradePractice(question, { options }).right,
    );
    expect(verdicts).toEqual([true, false, false, false]);
  });

  it("says why by the option that was chosen, else by the question", () => {
    expect(gradePractice(question, { options: ["b"] }).why).toEqual([
      { place: "option/b/why", text: "Divide by the bottles." },
    ]);
    expect(gradePractice(question, { options: ["a", "c"] }).why).toEqual([
      { place: "why", text: "1200 / 20 = 60" },
    ]);
  });

  it("lets a number be off by the tolerance and no more", () => {
    const number = {
      ...question,
      question: "number" as const,
      number: { value: 0.3, tolerance: 0 },
    };
    expect(gradePractice(number, { number: 0.1 + 0.2 }).right).toBe(true);
    expect(gradePractice(number, { number: 0.31 }).right).toBe(false);
    const loose = { ...number, number: { value: 60, tolerance: 0.5 } };
    expect(gradePractice(loose, { number: 60.5 }).right).toBe(true);
    expect(gradePractice(loose, { number: 60.51 }).right).toBe(false);
  });
});

describe("what is shown apart from most questions", () => {
  it("are the rarer kinds, and what has a picture, a hint or parts that count; a text never makes it one of them", () => {
    const plain = QUESTION_KINDS.filter((kind) => isPlain({ ...question, question: kind }));
    expect(plain).toEqual(["choice", "multiple", "truefalse", "number"]);
    expect(isPlain({ ...question, hint: "Divide." })).toBe(false);
    expect(isPlain({ ...question, credit: "part" })).toBe(false);
    const quoted = '"hint":"question":"short"';
    expect(isPlain({ ...question, feedback: quoted })).toBe(true);
    const options = question.options.map((option) => ({ ...option, text: quoted }));
    expect(isPlain({ ...question, options })).toBe(true);
    const picture = { hash: "0".repeat(64), type: "image/webp", bytes: 1 } as never;
    expect(isPlain({ ...question, options: options.map((option) => ({ ...option, picture })) })).toBe(false); // prettier-ignore
  });
});
