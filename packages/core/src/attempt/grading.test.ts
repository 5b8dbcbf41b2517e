import { Answer, Item, PublicItem } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { grade, markOf, percentOf } from "./grading.ts";
import { publicItem } from "./public-item.ts";
import { shuffled } from "./shuffled.ts";

const isRight = (item: Item, answer: Answer | undefined) => markOf(item, answer).right;

const itemId = (n: number) => `itm_${n.toString(16).padStart(32, "0")}`;
const say = (fr: string) => ({ fr });
const option = (id: string, right: boolean) => ({
  id,
  text: say(id),
  right,
  feedback: say(`of ${id}`),
});

const item = (over: object): Item =>
  Item.parse({ id: itemId(1), question: "choice", prompt: say("?"), options: [], ...over });
const CHOICE = item({ options: [option("a", false), option("b", true), option("c", false)] });
const TRUE_FALSE = item({
  question: "truefalse",
  options: [option("true", true), option("false", false)],
});
const MULTIPLE = item({
  question: "multiple",
  options: [option("a", true), option("b", false), option("c", true)],
  feedback: say("both"),
});
const numeric = (value: number, tolerance: number) =>
  item({
    question: "number",
    number: { value, tolerance, unit: "DH" },
    feedback: say("well reckoned"),
  });

const choose = (...options: string[]): Answer => Answer.parse({ itemId: itemId(1), options });
const number = (given: number): Answer => Answer.parse({ itemId: itemId(1), number: given });

describe("an answer", () => {
  it.each([
    ["a choice", CHOICE, ["b"], true],
    ["the wrong choice", CHOICE, ["a"], false],
    ["all choices at once", CHOICE, ["a", "b", "c"], false],
    ["the right choice and another", CHOICE, ["b", "a"], false],
    ["the right choice twice", CHOICE, ["b", "b"], true],
    ["no choice", CHOICE, [], false],
    ["a foreign option", CHOICE, ["z"], false],
    ["the right choice and a foreign option", CHOICE, ["b", "z"], false],
    ["a name of every object", CHOICE, ["__proto_"], false],
    ["true where it is true", TRUE_FALSE, ["true"], true],
    ["false where it is true", TRUE_FALSE, ["false"], false],
    ["both true and false", TRUE_FALSE, ["true", "false"], false],
    ["all right ones", MULTIPLE, ["c", "a"], true],
    ["one right one of two", MULTIPLE, ["a"], false],
    ["all right ones and a wrong one", MULTIPLE, ["a", "b", "c"], false],
    ["one right one twice", MULTIPLE, ["a", "a"], false],
    ["options to a number", numeric(1, 0), ["1"], false],
    ["nothing to a number", numeric(1, 0), [], false],
  ])("of %s is judged", (_, asked, options, right) => {
    expect(isRight(asked, choose(...options))).toBe(right);
  });

  it.each([
    [12.5, 0, 12.5, true],
    [12.5, 0, 12.51, false],
    [12.5, 0.5, 13, true],
    [12.5, 0.5, 12, true],
    [12.5, 0.5, 13.01, false],
    [12.5, 0.5, 11.99, false],
    [0.3, 0.1, 0.4, true],
    [0.3, 0, 0.1 + 0.2, true],
    [1.1, 0.1, 1.2, true],
    [-5, 1, -6, true],
    [-5, 1, 5, false],
    [0, 0, -0, true],
    [1e9, 0.01, 1e9 + 0.02, false],
    [2 ** 52, 0.5, 2 ** 52 + 8, false],
  ])("to %d ± %d of %d is right: %s", (value, tolerance, given, right) => {
    expect(isRight(numeric(value, tolerance), number(given))).toBe(right);
  });

  it("within the tolerance, as people reckon in decimals, is always right, and a hundredth beyond never", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const within = fc.nat(5_000);
    fc.assert(
      fc.property(cents, within, fc.constantFrom(1, -1), (value, tolerance, side) => {
        const asked = numeric(value / 100, tolerance / 100);
        expect(isRight(asked, number((value + side * tolerance) / 100))).toBe(true);
        expect(isRight(asked, number((value + side * (tolerance + 1)) / 100))).toBe(false);
      }),
    );
  });

  it("of a number to a choice is wrong, and none is wrong", () => {
    expect(isRight(CHOICE, number(1))).toBe(false);
    for (const each of [CHOICE, TRUE_FALSE, MULTIPLE, numeric(0, 0)])
      expect(isRight(each, undefined)).toBe(false);
  });

  it("to an item without a right option is never right, not even no choice", () => {
    const broken = item({ question: "multiple", options: [option("a", false)] });
    expect(isRight(broken, choose())).toBe(false);
    expect(isRight(item({ question: "number" }), number(0))).toBe(false);
  });
});

/** `count` items whose right option is `a`, and answers to the first `right` of them. */
function sitting(count: number, right: number) {
  const items = Array.from({ length: count }, (_, n) =>
    item({ id: itemId(n), options: [option("a", true), option("b", false)] }),
  );
  const answers = items
    .slice(0, right)
    .map(({ id }) => Answer.parse({ itemId: id, options: ["a"] }));
  return { items, answers };
}

describe("a grade", () => {
  it.each([
    [3, 0, 0],
    [3, 1, 33],
    [3, 2, 66],
    [3, 3, 100],
    [7, 5, 71],
    [8, 7, 87],
    [200, 199, 99],
    [1, 1, 100],
  ])("of %i items, %i right, is %i percent, rounded down", (count, right, percent) => {
    const { items, answers } = sitting(count, right);
    expect(grade(items, answers).percent).toBe(percent);
  });

  it("is 100 only when all is right, and is never rounded up to a pass", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (count, some) => {
        const right = Math.min(count, some);
        const { items, answers } = sitting(count, right);
        const { percent } = grade(items, answers);
        expect(percent === 100).toBe(right === count);
        expect(percent * count).toBeLessThanOrEqual(100 * right);
        expect((percent + 1) * count).toBeGreaterThan(100 * right);
      }),
      { numRuns: 50 },
    );
  });

  it("of parts is what they are together, rounded down to the last hundredth and never up", () => {
    // Of 1 to 8 parts each: all of them are whole numbers of 840.
    const part = fc.integer({ min: 1, max: 8 }).chain((of) => fc.nat(of).map((got) => ({ got, of })));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 200 }), (marks) => {
        const sum = marks.reduce((all, { got, of }) => all + (got * 840) / of, 0);
        const percent = percentOf(marks);
        expect(percent).toBe(Math.floor((100 * sum) / (840 * marks.length)));
        expect(percent === 100).toBe(marks.every(({ got, of }) => got === of));
      }),
      { numRuns: 400 },
    );
    expect(percentOf([])).toBe(0);
    expect(percentOf(Array.from({ length: 3 }, () => ({ got: 1, of: 3 })))).toBe(33);
    expect(percentOf([{ got: 1, of: 3 }, { got: 1, of: 3 }, { got: 1, of: 3 }, { got: 3, of: 3 }])).toBe(50);
  }); // prettier-ignore

  it("counts the first answer to an item, and what is not asked not at all", () => {
    const { items } = sitting(2, 0);
    const first = (id: string) => Answer.parse({ itemId: itemId(0), options: [id] });
    const foreign = Answer.parse({ itemId: itemId(99), options: ["a"] });
    expect(grade(items, [first("b"), first("a"), foreign]).percent).toBe(0);
    expect(grade(items, [foreign, first("a"), first("b"), first("a")]).percent).toBe(50);
  });

  it("does not depend on the order of the answers", () => {
    const { items, answers } = sitting(6, 4);
    fc.assert(
      fc.property(fc.shuffledSubarray(answers, { minLength: 4 }), (other) => {
        expect(grade(items, other)).toEqual(grade(items, answers));
      }),
    );
  });

  it.each([
    ["a wrong choice: its own", CHOICE, choose("a"), say("of a")],
    ["the right choice: its own", CHOICE, choose("b"), say("of b")],
    ["the right choice with another: none", CHOICE, choose("b", "a"), undefined],
    ["a wrong choice with another: none", CHOICE, choose("a", "c"), undefined],
    ["the right choice twice: its own", CHOICE, choose("b", "b"), say("of b")],
    ["a foreign option: none", CHOICE, choose("z"), undefined],
    ["no choice: none", CHOICE, choose(), undefined],
    ["no answer: none", CHOICE, undefined, undefined],
    ["false where it is true: its own", TRUE_FALSE, choose("false"), say("of false")],
    ["several, wrong: none", MULTIPLE, choose("a"), undefined],
    ["several, right: that of the item", MULTIPLE, choose("a", "c"), say("both")],
    ["a number, wrong: none", numeric(1, 0), number(2), undefined],
    ["a number, right: that of the item", numeric(1, 0), number(1), say("well reckoned")],
  ])("gives as feedback for %s", (_, asked, answer, feedback) => {
    expect(grade([asked], answer ? [answer] : []).items[0]?.feedback).toEqual(feedback);
  });

  it("that is wrong never gives the word of a right option", () => {
    const ids = fc.array(fc.constantFrom("a", "b", "c", "true", "false", "z"), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(CHOICE, TRUE_FALSE, MULTIPLE), ids, (asked, chosen) => {
        const [outcome] = grade([asked], [choose(...chosen)]).items;
        const ofRight = asked.options.filter(({ right }) => right).map(({ feedback }) => feedback?.fr);
        if (outcome?.right === false) expect(ofRight).not.toContain(outcome.feedback?.fr);
      }),
      { numRuns: 400 },
    ); // prettier-ignore
  });
});

/** A recording that can be told from every other: its hash is made of `digits`. */
const recording = (digits: string) => ({
  media: { hash: digits.padStart(64, "0"), type: "audio/ogg", bytes: 900 },
  seconds: 2,
});
const SPOKEN = item({
  options: [option("a", false), option("b", true)],
  voices: {
    fr: { prompt: recording("1"), "option/a": recording("2"), "option/a/why": recording("3") },
    shi: { "option/b/why": recording("4"), why: recording("5") },
  },
});

describe("the voice of a feedback", () => {
  it.each([
    ["a wrong choice: its own", SPOKEN, choose("a"), { fr: recording("3") }],
    ["the right choice: its own", SPOKEN, choose("b"), { shi: recording("4") }],
    ["no choice: none", SPOKEN, choose(), undefined],
    ["two choices: none", SPOKEN, choose("a", "b"), undefined],
  ])("comes with the result of %s", (_, asked, answer, voices) => {
    expect(grade([asked], [answer]).items[0]?.voices).toEqual(voices);
  });

  it("of a number comes when it is right, and not before", () => {
    const spoken = { ...numeric(1, 0), voices: SPOKEN.voices };
    expect(grade([spoken], [number(1)]).items[0]?.voices).toEqual({ shi: recording("5") });
    expect(grade([spoken], [number(2)]).items[0]).not.toHaveProperty("voices");
  });
});

const words = fc.string({ minLength: 1, maxLength: 12 }).filter((it) => /^\w+$/.test(it));
const localized = words.map(say);
const anyItem = fc
  .record(
    {
      id: fc.nat().map(itemId),
      question: fc.constantFrom("choice", "multiple", "truefalse", "number"),
      prompt: localized,
      options: fc.array(
        fc.record(
          { id: fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/), text: localized, right: fc.boolean(), feedback: localized },
          { requiredKeys: ["id", "text", "right"] },
        ),
        { maxLength: 8 },
      ),
      number: fc.record(
        {
          value: fc.double({ noNaN: true, noDefaultInfinity: true }),
          tolerance: fc.double({ min: 0, max: 1e6, noNaN: true }),
          unit: words,
        },
        { requiredKeys: ["value", "tolerance"] },
      ),
      feedback: localized,
    },
    { requiredKeys: ["id", "question", "prompt", "options"] },
  )
  .map((drawn) => Item.parse(drawn)); // prettier-ignore
const languages = fc.subarray(["ary", "shi", "ar", "fr"] as const);
/** An item with recordings of some of its places, and of places that it does not have. */
const spokenItem = fc.record({ drawn: anyItem, languages, some: fc.infiniteStream(fc.boolean()) }).map(
  ({ drawn, languages: spoken, some }) => {
    const places = ["prompt", "why", "option/zz", ...drawn.options.flatMap(({ id }) => [`option/${id}`, `option/${id}/why`])]
      .filter((place) => !place.slice(7).replace(/\/why$/, "").includes("/"));
    const voice = (language: number) => Object.fromEntries(
      places.filter(() => some.next().value).map((place, at) => [place, recording(`${language}${at}`)]),
    );
    return Item.parse({ ...drawn, voices: Object.fromEntries(spoken.map((language, at) => [language, voice(at + 1)])) });
  },
); // prettier-ignore

/** Every member's name, however deep. */
const namesIn = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, member]) => [
        ...(Array.isArray(value) ? [] : [name]),
        ...namesIn(member),
      ])
    : [];

describe("a graded item on a phone", () => {
  const KEYS = ["right", "feedback", "value", "tolerance"];

  it("holds no key, however deep one looks", () => {
    expect(namesIn(numeric(1, 0))).toEqual(
      expect.arrayContaining(["value", "tolerance", "feedback"]),
    );
    fc.assert(
      fc.property(anyItem, (drawn) => {
        const shown = publicItem(drawn);
        expect(namesIn(shown).filter((name) => KEYS.includes(name))).toEqual([]);
        expect(PublicItem.parse(shown)).toEqual(shown);
        expect(shown.options.map(({ id, text }) => ({ id, text }))).toEqual(
          drawn.options.map(({ id, text }) => ({ id, text })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("looks the same whatever the key is", () => {
    fc.assert(
      fc.property(anyItem, fc.infiniteStream(fc.boolean()), (drawn, coin) => {
        const options = drawn.options.map((each) => ({
          ...each,
          right: coin.next().value === true,
        }));
        const { feedback: _, ...silent } = drawn;
        const other = drawn.number ? { number: { ...drawn.number, value: 7, tolerance: 7 } } : {};
        expect(publicItem({ ...silent, ...other, options })).toEqual(publicItem(drawn));
      }),
    );
  });

  it("brings the recordings of its question and options, and of nothing that says why", () => {
    fc.assert(
      fc.property(spokenItem, (drawn) => {
        const shown = publicItem(drawn);
        expect(PublicItem.parse(shown)).toEqual(shown);
        const text = JSON.stringify(shown);
        const places = ["prompt", ...drawn.options.map(({ id }) => `option/${id}`)];
        for (const [language, voice] of Object.entries(drawn.voices ?? {}))
          for (const [place, part] of Object.entries(voice ?? {})) {
            expect(text.includes(part.media.hash)).toBe(places.includes(place));
            if (places.includes(place))
              expect(shown.voices).toHaveProperty([language, place], part);
          }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves at home what is added to an item later", () => {
    expect(publicItem(Object.assign({}, CHOICE, { secret: "b", key: ["b"] }))).toEqual(
      publicItem(CHOICE),
    );
    expectTypeOf<PublicItem["options"][number]>().not.toHaveProperty("right");
    expectTypeOf<PublicItem>().not.toHaveProperty("number");
  });
});

describe("the order of a sitting", () => {
  const list = fc.uniqueArray(fc.integer(), { maxLength: 40 });
  const seed = fc.string({ maxLength: 40 });

  it("holds each thing once, and leaves the list alone", () => {
    fc.assert(
      fc.property(list, seed, (things, by) => {
        const before = [...things];
        expect(shuffled(things, by).toSorted((a, b) => a - b)).toEqual(
          before.toSorted((a, b) => a - b),
        );
        expect(things).toEqual(before);
      }),
    );
  });

  it("is the same for the same seed", () => {
    fc.assert(
      fc.property(list, seed, (things, by) => {
        expect(shuffled(things, by)).toEqual(shuffled([...things], by));
      }),
    );
  });

  it("differs between seeds, even neighbouring ids, and favours no place", () => {
    const things = Array.from({ length: 10 }, (_, n) => n);
    const orders = Array.from({ length: 2000 }, (_, n) =>
      shuffled(things, `att_${n.toString(16).padStart(32, "0")}`),
    );
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1990);
    for (const place of things) {
      const often = things.map((thing) => orders.filter((order) => order[place] === thing).length);
      // 2000 draws of 1 in 10: 200 expected, a standard deviation of 13.4, so that 5 of them are 67.
      expect(Math.min(...often)).toBeGreaterThan(200 - 67);
      expect(Math.max(...often)).toBeLessThan(200 + 67);
    }
  });
});
