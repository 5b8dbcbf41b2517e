import type { QuestionBlock } from "@twiza/contract";
import { expect, it } from "vitest";
import { asText } from "../answers/gapped.ts";
import { choicesOf, pairsOf, printed, rightOf } from "./answers.ts";

const base = { kind: "question", key: "wool", prompt: asText("[[a]] then [[b]]") } as const;
const options = ["a", "b", "c"].map((id) => ({ id, text: `text ${id}`, right: true }));

it("steps are printed in another order, and the answer names their letters in the right one", () => {
  const order: QuestionBlock = { ...base, question: "order", options };
  const shown = printed(order);
  expect(shown.map(({ id }) => id)).not.toEqual(["a", "b", "c"]);
  const told = rightOf(order).map((letter) => shown["ABC".indexOf(letter)]?.id);
  expect(told).toEqual(["a", "b", "c"]);
});

it("a match is answered by a letter and a number each, and the same words stand once", () => {
  const pairs = { a: "spin", b: "spin", c: "weave" } as const;
  const match: QuestionBlock = {
    ...base,
    question: "match",
    options: options.map((option) => ({ ...option, pair: pairs[option.id as "a"] })),
  };
  const list = pairsOf(match);
  expect(list.toSorted()).toEqual(["spin", "weave"]);
  expect(rightOf(match).map((told) => list[Number(told.slice(1)) - 1])).toEqual([
    "spin",
    "spin",
    "weave",
  ]);
});

it("gaps are answered by their words in the order of the text; what is written by hand is not printed beside it", () => {
  const cloze: QuestionBlock = {
    ...base,
    question: "cloze",
    options: [
      { id: "a", text: "shade", right: true, gap: "b" },
      { id: "b", text: "shadow", right: true, gap: "b" },
      { id: "c", text: "wash", right: true, gap: "a" },
      { id: "d", text: "burn", right: false, gap: "a" },
    ],
  };
  expect(printed(cloze)).toEqual([]);
  expect(rightOf(cloze)).toEqual(["wash", "shade / shadow"]);
  const [first = [], second] = choicesOf(cloze);
  expect(first.toSorted()).toEqual(["burn", "wash"]);
  expect(second).toEqual([]);
});
