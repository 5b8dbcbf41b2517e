import type { Item, ItemId } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NamedItems, sameItem, withItem, withItemCommand } from "./item-order.ts";

const NAMES = ["a", "b", "c", "d", "e"] as const;
const idOf = (name: string) => `itm_${name.repeat(32)}` as ItemId;
const item = (name: string, words = name): Item => ({
  id: idOf(name),
  question: "truefalse",
  prompt: { fr: words },
  options: [
    { id: "true", text: { fr: "Vrai" }, right: true },
    { id: "false", text: { fr: "Faux" }, right: false },
  ],
});
const quizOf = (names: readonly string[]): NamedItems => ({
  title: {},
  items: names.map((name) => item(name)),
});
const namesIn = ({ items }: NamedItems) => items.map(({ prompt }) => prompt.fr);

const order = fc.shuffledSubarray([...NAMES]);
const command = fc.oneof(
  fc
    .record({
      id: fc.constantFrom(...NAMES),
      after: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
    })
    .map(({ id, after }) => ({
      do: "move" as const,
      id: idOf(id),
      ...(after && { after: idOf(after) }),
    })),
  fc.constantFrom(...NAMES).map((id) => ({ do: "remove" as const, id: idOf(id) })),
);

describe("the order of a quiz", () => {
  it("keeps every item once, whatever is moved, and loses only what is thrown away", () => {
    fc.assert(
      fc.property(order, fc.array(command, { maxLength: 12 }), (names, commands) => {
        const after = namesIn(commands.reduce(withItemCommand, quizOf(names)));
        const removed = commands.flatMap((one) => (one.do === "remove" ? [one.id] : []));
        const left = names.filter((name) => !removed.includes(idOf(name)));
        expect(after.toSorted()).toEqual(left.toSorted());
      }),
    );
  });

  it("is the same when a command comes twice", () => {
    fc.assert(
      fc.property(order, command, (names, one) => {
        const once = withItemCommand(quizOf(names), one);
        expect(withItemCommand(once, one)).toEqual(once);
      }),
    );
  });

  it("puts an item behind another, or first", () => {
    const quiz = quizOf(["a", "b", "c"]);
    expect(namesIn(withItemCommand(quiz, { do: "move", id: idOf("a"), after: idOf("c") }))).toEqual(["b", "c", "a"]); // prettier-ignore
    expect(namesIn(withItemCommand(quiz, { do: "move", id: idOf("c") }))).toEqual(["c", "a", "b"]);
  });
});

describe("an item that is written", () => {
  it("stays where it stood; a new one comes where it is put, or last", () => {
    const { items } = quizOf(["a", "b", "c"]);
    expect(withItem(items, item("b", "new")).map(({ prompt }) => prompt.fr)).toEqual(["a", "new", "c"]); // prettier-ignore
    expect(withItem(items, item("d"), idOf("a")).map(({ prompt }) => prompt.fr)).toEqual(["a", "d", "b", "c"]); // prettier-ignore
    expect(withItem(items, item("d"), idOf("e")).map(({ prompt }) => prompt.fr)).toEqual(["a", "b", "c", "d"]); // prettier-ignore
  });

  it("keeps its recordings as long as it says the same, and no longer", () => {
    const part = { media: { hash: "a".repeat(64), type: "audio/ogg", bytes: 9 }, seconds: 2 };
    const places = ["prompt", "option/true", "option/false", "option/zz"];
    const fr = Object.fromEntries(places.map((place) => [place, part]));
    const voices = { fr } as unknown as NonNullable<Item["voices"]>;
    const recorded = [{ ...item("a"), voices }];
    const heard = (written: Item) =>
      Object.keys(withItem(recorded, written)[0]?.voices?.fr ?? {}).toSorted();
    expect(withItem(recorded, item("a"))).toEqual(recorded);
    expect(heard(item("a", "other"))).toEqual(["option/false", "option/true"]);
    const { options } = item("a");
    const [first, second] = options;
    if (!first || !second) throw new Error("there are two");
    const another = { ...first, text: { fr: "Oui" } };
    expect(heard({ ...item("a"), options: [another, second] })).toEqual(["option/false", "prompt"]);
    // Another key, or a hint, is heard by nobody.
    const keyed = options.map((option) => ({ ...option, right: !option.right }));
    expect(heard({ ...item("a"), options: keyed, hint: { fr: "Hier." } })).toEqual(
      places.filter((place) => place !== "option/zz").toSorted(),
    );
    expect(withItem(recorded, { ...item("a", "b"), options: [] })[0]?.voices).toBeUndefined();
    expect(sameItem({ ...item("a"), voices }, item("a"))).toBe(true);
  });
});
