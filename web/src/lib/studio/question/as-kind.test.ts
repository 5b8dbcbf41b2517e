import { DraftBlock } from "@twiza/contract";
import { QUESTION_KINDS } from "@twiza/contract/marking";
import { describe, expect, it } from "vitest";
import { paragraph } from "../studio.testing.ts";
import { asQuestion } from "./as-kind.ts";

let made = 0;
const newId = (): string => `019b0000-0000-7000-8000-${String((made += 1)).padStart(12, "0")}`;
const given = { newId, truths: ["Vrai", "Faux"] } as const;

const question: Extract<DraftBlock, { kind: "question" }> = {
  kind: "question",
  question: "multiple",
  prompt: paragraph("Combien ?"),
  options: [
    { id: "a", text: "Un", right: true, feedback: "Oui" },
    { id: "b", text: "Deux", right: true },
  ],
};

describe("a question that becomes one of another kind", () => {
  it("keeps what is asked and its answers, of which one alone is right where only one may be", () => {
    const choice = asQuestion(question, "choice", given);
    expect(choice.prompt).toEqual(question.prompt);
    expect(choice.options.map(({ right }) => right)).toEqual([true, false]);
  });
  it("is true or false, and right to begin with", () => {
    expect(asQuestion(question, "truefalse", given).options).toMatchObject([
      { text: "Vrai", right: true },
      { text: "Faux", right: false },
    ]);
  });
  it("has a number and no answers, and answers again after that", () => {
    const number = asQuestion(question, "number", given);
    expect(number).toMatchObject({ options: [], number: { value: 0, tolerance: 0 } });
    const again = asQuestion(number, "choice", given);
    expect(again.options).toHaveLength(2);
    expect(again).not.toHaveProperty("number");
    for (const one of [number, again]) expect(DraftBlock.safeParse(one).success).toBe(true);
  });
  it.each(QUESTION_KINDS.filter((kind) => kind !== "truefalse" && kind !== "number"))(
    "keeps every word when it becomes %s and comes back, and is one that the server keeps",
    (kind) => {
      const became = asQuestion(question, kind, given);
      const places = kind === "likert" ? ["", "", ""] : [];
      expect(became.options.map(({ text }) => text)).toEqual(["Un", "Deux", ...places]);
      expect(became.prompt).toEqual(question.prompt);
      expect(DraftBlock.safeParse(became).error).toBeUndefined();
      const back = asQuestion(became, "multiple", given);
      expect(back.options.map(({ text, feedback }) => [text, feedback])).toEqual([
        ["Un", "Oui"],
        ["Deux", undefined],
        ...places.map((text) => [text, undefined]),
      ]);
    },
  );
  it("has all right where only their order or their pairs are, and a gap for words without one", () => {
    const wrong = { ...question, options: question.options.map((each) => ({ ...each, right: false })) }; // prettier-ignore
    for (const kind of ["match", "order"] as const)
      expect(asQuestion(wrong, kind, given).options.every(({ right }) => right)).toBe(true);
    expect(asQuestion(question, "cloze", given).options.map(({ gap }) => gap)).toEqual(["a", "a"]);
  });
  it("counts its parts when it is new to having parts, and otherwise as its author said", () => {
    expect(asQuestion(question, "match", given)).not.toHaveProperty("credit");
    const choice = asQuestion(question, "choice", given);
    expect(choice).not.toHaveProperty("credit");
    expect(asQuestion(choice, "match", given).credit).toBe("part");
    expect(asQuestion({ ...question, credit: "part" }, "choice", given)).not.toHaveProperty("credit"); // prettier-ignore
  });
  it("begins with places to write, where places are written, and without where they are made", () => {
    const none = { ...question, question: "choice" as const, options: [] };
    const count = (kind: "match" | "order" | "short" | "cloze" | "hotspot") =>
      asQuestion(none, kind, given).options.length;
    expect([count("match"), count("order"), count("short")]).toEqual([2, 2, 1]);
    expect([count("cloze"), count("hotspot")]).toEqual([0, 0]);
  });
});
