import { describe, expect, it } from "vitest";
import type { Option } from "./asking.ts";
import { gapsAsked, nextGap } from "./gaps.ts";

const word = (gap: string, text: string): Option => ({ id: `${gap}${text}`, text, right: true, gap }); // prettier-ignore

describe("the gaps of a text at its author’s desk", () => {
  it("stand in the order of the text, those that it lost behind them", () => {
    const gaps = gapsAsked("On [[b]] puis on [[a]]", [word("a", "pèse"), word("c", "vend")]);
    expect(gaps.map(({ name, isInText, options }) => [name, isInText, options.length])).toEqual([
      ["b", true, 0],
      ["a", true, 1],
      ["c", false, 1],
    ]);
  });
  it("get a name that none has, until there are as many as there may be", () => {
    expect(nextGap(gapsAsked("[[a]] [[c]]", [word("b", "x")]))).toBe("d");
    expect(nextGap(gapsAsked(Array.from("abcdefgh", (name) => `[[${name}]]`).join(" "), []))).toBeUndefined(); // prettier-ignore
  });
});
