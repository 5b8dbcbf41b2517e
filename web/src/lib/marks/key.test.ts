import type { Item } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { isOfOne, movedTo, onlyRight, pairedWith, turned, withWord } from "./key.ts";

const itemOf = (question: Item["question"], right: readonly string[]): Item =>
  ({
    ...{ id: "itm_1", question, prompt: { fr: "?" } },
    options: ["a", "b", "c"].map((id) => ({
      ...{ id, text: { fr: id }, right: right.includes(id), pair: { fr: id.toUpperCase() } },
    })),
  }) as unknown as Item;
const rights = ({ options }: Item) => options.filter(({ right }) => right).map(({ id }) => id);
const order = ({ options }: Item) => options.map(({ id }) => id).join("");
const pairs = ({ options }: Item) => options.map(({ pair }) => pair?.fr).join("");

describe("another key", () => {
  it("of one answer takes the place of the former, of several is turned one by one", () => {
    expect(rights(onlyRight(itemOf("choice", ["a"]), "c"))).toEqual(["c"]);
    expect(rights(turned(itemOf("multiple", ["a", "b"]), "b"))).toEqual(["a"]);
    expect(rights(turned(itemOf("multiple", ["a"]), "c"))).toEqual(["a", "c"]);
    expect([isOfOne(itemOf("hotspot", ["a"])), isOfOne(itemOf("hotspot", ["a", "b"]))]).toEqual([true, false]); // prettier-ignore
  });

  it("of an order moves one option, and loses none", () => {
    expect(order(movedTo(itemOf("order", []), "c", 0))).toBe("cab");
    expect(order(movedTo(itemOf("order", []), "a", 2))).toBe("bca");
    expect(order(movedTo(itemOf("order", []), "z", 0))).toBe("abc");
  });

  it("of pairs exchanges two, so that learners find the same words", () => {
    expect(pairs(pairedWith(itemOf("match", []), "a", "c"))).toBe("CBA");
    expect(pairs(pairedWith(itemOf("match", []), "b", "b"))).toBe("ABC");
  });

  it("of words takes one more, by a name that no other has", () => {
    const one = withWord(itemOf("short", ["a"]), " vote ", "fr");
    const two = withWord(one, "voix", "fr");
    expect(two.options.slice(3).map(({ id, text }) => [id, text.fr])).toEqual([
      ["more-0", "vote"],
      ["more-1", "voix"],
    ]);
    expect(withWord(two, "   ", "fr")).toBe(two);
  });
});
