import { Answer, Item } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { grade } from "../attempt/grading.ts";
import { publicItem } from "../attempt/public-item.ts";
import { countsBy } from "./change.ts";

const say = (fr: string) => ({ fr });
const itemOf = (over: object): Item =>
  Item.parse({
    id: `itm_${"1".padStart(32, "0")}`,
    question: "choice",
    prompt: say("Qui vote ?"),
    options: [
      { id: "a", text: say("Une voix"), right: true, feedback: say("Oui.") },
      { id: "b", text: say("Par part"), right: false, feedback: say("Non.") },
      { id: "c", text: say("Personne"), right: false },
    ],
    ...over,
  });
const ITEM = itemOf({ difficulty: "easy" });
const NOW = { item: ITEM, isVoid: false };
const withRight = (item: Item, ...right: string[]): Item => ({
  ...item,
  options: item.options.map((option) => ({ ...option, right: right.includes(option.id) })),
});
const mended = (item: Item) => ({ kind: "mended" as const, item });
const refusedFor = (published: Item, item: Item): string => {
  try {
    countsBy(published, { item: published, isVoid: false }, mended(item));
    return "";
  } catch (refusal) {
    return String(refusal);
  }
};

describe("what a question counts as once it is corrected", () => {
  it("is the same question to the letter for whoever sits it, with another key", () => {
    const { item } = countsBy(ITEM, NOW, mended(withRight(ITEM, "b")));
    expect(publicItem(item)).toEqual(publicItem(ITEM));
    const answers = [Answer.parse({ itemId: ITEM.id, options: ["b"] })];
    expect(grade([ITEM], answers).percent).toBe(0);
    expect(grade([item], answers).percent).toBe(100);
  });

  it("says no word to an answer that was written for the old key, and keeps what its author holds of it", () => {
    const { item } = countsBy(ITEM, NOW, mended({ ...withRight(ITEM, "b"), difficulty: "hard" }));
    expect(item.options.map(({ feedback }) => feedback)).toEqual([undefined, undefined, undefined]);
    expect(item.difficulty).toBe("easy");
    const said = withRight(ITEM, "b");
    said.options = said.options.map((option) => ({ ...option, feedback: say(`neu ${option.id}`) }));
    const again = countsBy(ITEM, NOW, mended(said)).item;
    expect(again.options[1]?.feedback).toEqual(say("neu b"));
  });

  it.each([
    ["other words of it", { ...ITEM, prompt: say("Qui décide ?") }],
    ["other words of an answer", { ...ITEM, options: ITEM.options.map((each) => ({ ...each, text: say("x") })) }],
    ["one answer fewer", { ...ITEM, options: ITEM.options.slice(0, 2) }],
    ["another order of answers", { ...ITEM, options: ITEM.options.toReversed() }],
    ["nothing right", withRight(ITEM)],
    ["two right where one was to be chosen", withRight(ITEM, "a", "b")],
  ])("is refused with %s", (_, item) => {
    expect(refusedFor(ITEM, item)).toContain("correction.other_question");
  }); // prettier-ignore

  it("is refused where learners saw a list and would have to write, or saw that several are to be chosen", () => {
    const cloze = itemOf({
      question: "cloze",
      prompt: say("Une [[a]] par membre"),
      options: [
        { id: "a", text: say("voix"), right: true, gap: "a" },
        { id: "b", text: say("part"), right: false, gap: "a" },
      ],
    });
    expect(refusedFor(cloze, withRight(cloze, "a", "b"))).toContain("correction.other_question");
    expect(refusedFor(cloze, withRight(cloze, "b"))).toBe("");
  });

  it("takes words that nobody saw, a wider tolerance, other pairs and another order", () => {
    const short = itemOf({ question: "short", options: [{ id: "a", text: say("voix"), right: true }] }); // prettier-ignore
    const more = { id: "b", text: say("vote"), right: true };
    expect(refusedFor(short, { ...short, options: [...short.options, more] })).toBe("");
    const number = itemOf({ question: "number", options: [], number: { value: 4, tolerance: 0, unit: "DH" } }); // prettier-ignore
    expect(refusedFor(number, { ...number, number: { value: 4, tolerance: 1, unit: "DH" } })).toBe(""); // prettier-ignore
    expect(refusedFor(number, { ...number, number: { value: 4, tolerance: 1 } })).toContain("other_question"); // prettier-ignore
    const order = itemOf({ question: "order", options: ITEM.options });
    expect(refusedFor(order, { ...order, options: order.options.toReversed() })).toBe("");
    const pairs = ["x", "y", "z"].map((word) => say(word));
    const match = itemOf({ question: "match", options: ITEM.options.map((each, at) => ({ ...each, right: true, pair: pairs[at] })) }); // prettier-ignore
    const turned = match.options.map((each, at) => ({ ...each, pair: pairs[(at + 1) % 3] }));
    expect(refusedFor(match, { ...match, options: turned })).toBe("");
  });

  it("is refused when it counts like that already", () => {
    expect(refusedFor(ITEM, ITEM)).toContain("correction.unchanged");
    const now = countsBy(ITEM, NOW, { kind: "void" });
    expect(() => countsBy(ITEM, now, { kind: "void" })).toThrow("correction.unchanged");
    // What counted for everybody may count by its key again.
    expect(countsBy(ITEM, now, mended(ITEM)).isVoid).toBe(false);
  });
});

describe("a question that counts for everybody", () => {
  it("never gives less than leaving it out would, nor than it gave", () => {
    const other = (n: number) => itemOf({ id: `itm_${String(n).padStart(32, "0")}` });
    const items = [ITEM, other(2), other(3), other(4)];
    for (let mask = 0; mask < 16; mask++) {
      const answers = items.map(({ id }, at) =>
        Answer.parse({ itemId: id, options: [mask & (1 << at) ? "a" : "b"] }),
      );
      const { percent } = grade(items, answers, { voids: new Set([ITEM.id]) });
      expect(percent).toBeGreaterThanOrEqual(grade(items.slice(1), answers).percent);
      expect(percent).toBeGreaterThanOrEqual(grade(items, answers).percent);
    }
  });
});
