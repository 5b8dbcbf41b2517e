import type { QuestionBlock } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { askedOf } from "./asked.ts";
import { asText, gapped } from "./gapped.ts";
import { judge } from "./judge.ts";
import { mixed } from "./mixed.ts";

const base = { kind: "question", key: "wool", prompt: asText("La laine ?") } as const;
const steps = ["a", "b", "c", "d"].map((id) => ({ id, text: `step ${id}`, right: true }));
const order: QuestionBlock = { ...base, question: "order", options: steps };
const match: QuestionBlock = {
  ...base,
  question: "match",
  options: [
    { id: "a", text: "shears", right: true, pair: "shear" },
    { id: "b", text: "spindle", right: true, pair: "spin", feedback: "It turns." },
    { id: "c", text: "wheel", right: true, pair: "spin" },
  ],
};
const cloze: QuestionBlock = {
  ...base,
  question: "cloze",
  prompt: asText("Wash in [[a]] water,\nand dry in [[b]]."),
  options: [
    { id: "a", text: "warm", right: true, gap: "a" },
    { id: "b", text: "boiling", right: false, gap: "a", feedback: "It felts." },
    { id: "c", text: "the shade", right: true, gap: "b" },
  ],
  feedback: "Slowly.",
};

describe("practice of the rarer kinds", () => {
  it("says how much is right, whether or not parts would count in a test", () => {
    const given = { order: ["a", "b", "d", "c"] };
    expect(judge(order, given)).toMatchObject({ got: 1, of: 3, right: false });
    expect(judge({ ...order, credit: "part" }, given)).toMatchObject({ got: 1, of: 3 });
    expect(judge(order, { order: ["a", "b", "c", "d"] }).right).toBe(true);
  });

  it("tells of each pair whether it is right, and why of those that are not", () => {
    const verdict = judge(match, {
      pairs: [
        { option: "a", pair: "b" },
        { option: "b", pair: "a" },
        { option: "c", pair: "b" },
      ],
    });
    expect(verdict).toMatchObject({ got: 1, of: 3, right: false });
    expect(["a", "b", "c"].map(verdict.isRight)).toEqual([false, false, true]);
    expect(verdict.why).toEqual([{ place: "option/b/why", text: "It turns." }]);
  });

  it("tells of each gap whether it is right, and why by the word that was put there", () => {
    const wrong = judge(cloze, {
      gaps: [
        { gap: "a", option: "b" },
        { gap: "b", text: " The  SHADE." },
      ],
    });
    expect(["a", "b"].map(wrong.isRight)).toEqual([false, true]);
    expect(wrong.why).toEqual([{ place: "option/b/why", text: "It felts." }]);
    expect(judge(cloze, { gaps: [] }).why).toEqual([{ place: "why", text: "Slowly." }]);
  });

  it("never shows the right order first, nor a pair beside its own for certain, and the same order each time", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const shown = mixed(steps, `key-${seed}`).map(({ id }) => id);
      expect(shown).not.toEqual(["a", "b", "c", "d"]);
      expect(mixed(steps, `key-${seed}`).map(({ id }) => id)).toEqual(shown);
      expect(shown.toSorted()).toEqual(["a", "b", "c", "d"]);
    }
    const firsts = new Set([...Array(50).keys()].map((seed) => mixed(steps, `${seed}`)[0]?.id));
    expect(firsts.size).toBe(4);
  });

  it("shows what may be written to nobody, the same words once, and a list only for a gap that has something wrong to choose", () => {
    expect(askedOf({ ...order, question: "short" }).options).toEqual([]);
    expect(
      askedOf(match)
        .pairs.map(({ text }) => text)
        .toSorted(),
    ).toEqual(["shear", "spin"]);
    expect(askedOf(cloze).gaps.map(({ choices }) => choices?.length)).toEqual([2, undefined]);
  });
});

describe("a text with gaps", () => {
  it("keeps its paragraphs, lists and marks, and has the words in the place of the gaps", () => {
    const doc = gapped(
      {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [{ type: "text", text: "In [[a]].", marks: [{ type: "bold" }] }],
          },
          {
            type: "bulletList",
            content: [
              {
                type: "listItem",
                content: [{ type: "paragraph", content: [{ type: "text", text: "[[b]]" }] }],
              },
            ],
          },
        ],
      },
      (gap) => gap.toUpperCase(),
    );
    const chip = [{ type: "bold" }, { type: "italic" }];
    expect(doc.content).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "In ", marks: [{ type: "bold" }] },
          { type: "text", text: "A", marks: chip },
          { type: "text", text: ".", marks: [{ type: "bold" }] },
        ],
      },
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [{ type: "paragraph", content: [{ type: "text", text: "B", marks: chip }] }],
          },
        ],
      },
    ]);
  });
});
