import { ChecklistId, type DraftChecklist } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutBlanks } from "./checklists.ts";
import { withOrder, withThing } from "./in-order.ts";

const id = (letter: string) => ChecklistId.parse(`chk_${letter.charCodeAt(0).toString(16).padStart(32, "0")}`); // prettier-ignore
const one = (letter: string, over: Partial<DraftChecklist> = {}): DraftChecklist => ({
  ...{ id: id(letter), title: { fr: letter }, task: {}, leastPercent: 60, criteria: [] },
  ...over,
});
const all = (letters: string) => Array.from(letters, (letter) => one(letter));
const told = (checklists: readonly DraftChecklist[]) =>
  checklists.map(({ title }) => title.fr).join("");

describe("the checklists of a course", () => {
  it("have a new one last, or behind the one that it belongs behind", () => {
    expect(told(withThing(all("ab"), one("c")))).toBe("abc");
    expect(told(withThing(all("ab"), one("c"), id("a")))).toBe("acb");
    expect(told(withThing(all("ab"), one("c"), id("z")))).toBe("abc");
  });

  it("have one that is written again where it stood", () => {
    expect(told(withThing(all("abc"), one("b", { title: { fr: "B" } }), id("c")))).toBe("aBc");
  });

  it.each([
    ["c behind a", { do: "move", id: id("c"), after: id("a") }, "acb"],
    ["c before all", { do: "move", id: id("c") }, "cab"],
    ["a behind one that is gone", { do: "move", id: id("a"), after: id("z") }, "abc"],
    ["a behind itself", { do: "move", id: id("a"), after: id("a") }, "abc"],
    ["one that is gone", { do: "move", id: id("z") }, "abc"],
  ] as const)("put %s", (_, command, order) => {
    expect(told(withOrder(all("abc"), command))).toBe(order);
  });

  it("lose none and double none by being moved, and stand the same when it comes twice", () => {
    const letter = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(letter, fc.option(letter), (moved, after) => {
        const command = { do: "move" as const, id: id(moved), ...(after && { after: id(after) }) };
        const once = withOrder(all("abcde"), command);
        expect(Array.from(told(once)).sort().join("")).toBe("abcde");
        expect(told(withOrder(once, command))).toBe(told(once));
      }),
    );
  });

  it("keep no sign that says nothing, which no learner could be shown", () => {
    const criteria = [
      { id: "a", text: { fr: "Trie" }, sign: {} },
      { id: "b", text: {}, sign: { fr: "Propre" } },
    ];
    expect(withoutBlanks(one("a", { criteria })).criteria).toEqual([
      { id: "a", text: { fr: "Trie" } },
      { id: "b", text: {}, sign: { fr: "Propre" } },
    ]);
  });
});
