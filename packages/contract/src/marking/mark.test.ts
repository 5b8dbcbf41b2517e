import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unanswerable } from "./answerable.ts";
import type { Asked, Given } from "./asked.ts";
import { isMarked, MARKED_KINDS, PARTIAL_KINDS, QUESTION_KINDS } from "./kinds.ts";
import { mark } from "./mark.ts";
import { answerable, answerableOf, anyAnswer, broken, rightGiven } from "./testing/questions.ts";

const inParts = <A extends Asked>(asked: A): A => ({ ...asked, credit: "part" });
/** Options `a`, `b`, … of which the first so many are right. */
const some = (question: "multiple" | "hotspot", right: number, wrong: number): Asked => ({
  question,
  credit: "part",
  options: Array.from({ length: right + wrong }, (_, at) => {
    const id = "abcdefgh".charAt(at);
    return { id, text: id, right: at < right };
  }),
});
const order = (...ids: readonly string[]): Asked => ({
  question: "order",
  credit: "part",
  options: ids.map((id) => ({ id, text: id, right: true })),
});
const gotOf = (asked: Asked, given: Given): string => {
  const { got, of } = mark(asked, given);
  return `${got}/${of}`;
};

describe("a mark", () => {
  it("is made of any answer to any question: some of its parts, and right when all of them are", () => {
    const both = fc.oneof(answerable, broken).chain((asked) =>
      anyAnswer(asked).map((given) => ({ asked, given })),
    ); // prettier-ignore
    fc.assert(
      fc.property(both, ({ asked, given }) => {
        const { got, of, right, rule } = mark(asked, given);
        if (!isMarked(asked.question)) {
          expect([rule, got, of, right]).toEqual(["none", 0, 0, false]);
          return;
        }
        expect([Number.isInteger(got), Number.isInteger(of), of > 0]).toEqual([true, true, true]);
        expect(got).toBeGreaterThanOrEqual(0);
        expect(got).toBeLessThanOrEqual(of);
        expect(right).toBe(got === of);
        if (asked.credit !== "part" || !PARTIAL_KINDS.includes(asked.question)) expect(of).toBe(1);
        if (rule === "all") expect(of).toBe(1);
      }),
      { numRuns: 400 },
    );
  });

  it.each(MARKED_KINDS)("of what is right is whole, and of no answer nothing: %s", (kind) => {
    fc.assert(
      fc.property(answerableOf[kind], (asked) => {
        expect(unanswerable(asked)).toBeUndefined();
        expect(mark(asked, rightGiven(asked)).right).toBe(true);
        expect(mark(asked, undefined)).toMatchObject({ got: 0, right: false });
      }),
    );
  });

  it("is the same with and without parts where all is right, and nothing without them where something is wrong", () => {
    const both = answerable.chain((asked) => anyAnswer(asked).map((given) => ({ asked, given })));
    fc.assert(
      fc.property(both, ({ asked: { credit: _, ...whole }, given }) => {
        expect(mark(inParts(whole), given).right).toBe(mark(whole, given).right);
        expect(mark(whole, given).got).toBe(mark(whole, given).right ? 1 : 0);
      }),
    );
  });

  it("of what nobody can answer is never right", () => {
    for (const question of QUESTION_KINDS)
      for (const given of [{ options: [] }, { order: [] }, { pairs: [] }, { gaps: [] }, { text: "" }, { number: 0 }])
        expect(mark(inParts({ question, options: [] }), given).right).toBe(false);
  }); // prettier-ignore
});

describe("of several choices", () => {
  it.each([
    [2, 2, "a", "1/2"],
    [2, 2, "ab", "2/2"],
    [2, 2, "ac", "0/2"],
    [2, 2, "abc", "1/2"],
    [2, 2, "abcd", "0/2"],
    [2, 2, "cd", "0/2"],
    [2, 2, "aab", "2/2"],
    [2, 2, "abz", "1/2"],
    [4, 2, "abcde", "2/4"],
    [5, 1, "abcdef", "0/5"],
    [3, 0, "ab", "2/3"],
    [1, 3, "ab", "0/1"],
  ])("%i right and %i wrong, %s is %s", (right, wrong, chosen, mine) => {
    for (const kind of ["multiple", "hotspot"] as const)
      if (kind === "multiple" || right > 1)
        expect(gotOf(some(kind, right, wrong), { options: Array.from(chosen) })).toBe(mine);
  });

  it("whoever chooses all has nothing, unless all are right", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), (right, wrong) => {
        fc.pre(right + wrong <= 8);
        const asked = some("multiple", right, wrong);
        expect(mark(asked, { options: asked.options.map(({ id }) => id) }).got).toBe(0);
      }),
    );
  }); // prettier-ignore

  it("whoever guesses gains nothing, however many she chooses", () => {
    const all = some("multiple", 4, 3).options.map(({ id }) => id);
    for (let right = 1; right < 7; right++)
      for (let size = 1; size <= 7; size++) {
        const asked = some("multiple", right, 7 - right);
        const chosen = subsets(all, size);
        // Before it is cut at nothing, which whoever guesses may hope for.
        const sum = chosen.reduce((total, options) => total + uncut(asked, options), 0);
        expect(sum).toBeLessThanOrEqual(0);
      }
  });

  it("one more right one never takes away, one more wrong one never gives", () => {
    const asked = some("multiple", 3, 4);
    const chosen = fc.subarray(asked.options.map(({ id }) => id));
    fc.assert(
      fc.property(chosen, fc.constantFrom(...asked.options), (options, { id, right }) => {
        fc.pre(!options.includes(id));
        const [before, after] = [mark(asked, { options }).got, mark(asked, { options: [...options, id] }).got];
        if (right) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  }); // prettier-ignore
});

const subsets = (of: readonly string[], size: number): string[][] => {
  if (size === 0) return [[]];
  return of.flatMap((first, at) => subsets(of.slice(at + 1), size - 1).map((rest) => [first, ...rest])); // prettier-ignore
};
/** What a choice is worth below nothing too: what right ones bring, less what each wrong one costs beside enough right ones. */
function uncut(asked: Asked, chosen: readonly string[]): number {
  const rights = asked.options.filter(({ right }) => right).map(({ id }) => id);
  const wrong = chosen.filter((id) => !rights.includes(id));
  const hits = chosen.length - wrong.length;
  const first = asked.options.find(({ right }) => !right)?.id ?? "";
  const cost = rights.length - mark(asked, { options: [...rights, first] }).got;
  return hits - cost * wrong.length;
}

describe("of an order", () => {
  it.each([
    ["abcd", "3/3"],
    ["dcba", "0/3"],
    ["bcda", "2/3"],
    ["abdc", "1/3"],
    ["acbd", "0/3"],
    ["bacd", "1/3"],
    ["ab", "1/3"],
    ["abab", "1/3"],
    ["azbcd", "2/3"],
    ["", "0/3"],
  ])("%s of a b c d counts %s who stand right behind the one before them", (given, mine) => {
    expect(gotOf(order("a", "b", "c", "d"), { order: Array.from(given) })).toBe(mine);
  });

  it("only the right one is right", () => {
    const asked = order("a", "b", "c", "d", "e");
    const ids = asked.options.map(({ id }) => id);
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (given) => {
        expect(mark(asked, { order: given }).right).toBe(given.join("") === "abcde");
      }),
    );
  });
});

describe("of pairs", () => {
  it("those that belong to the same words may be exchanged, and to others not", () => {
    fc.assert(
      fc.property(answerableOf.match.map(inParts), fc.infiniteStream(fc.nat(7)), (asked, pick) => {
        const { options } = asked;
        const put = options.map(() => options[(pick.next().value ?? 0) % options.length] ?? options[0]);
        const pairs = options.map(({ id }, at) => ({ option: id, pair: put[at]?.id ?? "" }));
        const hits = options.filter(({ pair }, at) => JSON.stringify(pair) === JSON.stringify(put[at]?.pair));
        expect(mark(asked, { pairs }).got).toBe(hits.length);
        expect(mark(asked, { pairs: pairs.toReversed() }).got).toBe(hits.length);
      }),
    );
  }); // prettier-ignore

  it("the first that is put to an option counts, and many to one are one", () => {
    const asked: Asked = {
      question: "match",
      credit: "part",
      options: ["a", "b", "c"].map((id) => ({ id, text: id, right: true, pair: `to ${id}` })),
    };
    const to = (option: string, pair: string) => ({ option, pair });
    const all = ["b", "a", "c"].map((pair) => to("a", pair));
    expect(gotOf(asked, { pairs: all })).toBe("0/3");
    expect(gotOf(asked, { pairs: all.toSpliced(0, 1) })).toBe("1/3");
    expect(gotOf(asked, { pairs: ["a", "b", "c"].map((option) => to(option, "a")) })).toBe("1/3");
    expect(gotOf(asked, { pairs: [to("z", "a"), to("a", "z"), to("b", "b")] })).toBe("1/3");
  });
});

describe("of gaps", () => {
  const asked: Asked = {
    question: "cloze",
    credit: "part",
    options: [
      { id: "1", gap: "a", text: { ar: "التعاونية" }, right: true },
      { id: "2", gap: "b", text: "miel", right: true },
      { id: "3", gap: "b", text: "lait", right: false },
      { id: "4", gap: "c", text: { fr: "12 kg" }, right: true },
    ],
  };
  it.each([
    ["all", [{ gap: "a", text: "تعاونيه" }, { gap: "b", option: "2" }, { gap: "c", text: "١٢ KG" }], "2/3"],
    ["all in other writing", [{ gap: "a", text: "التعـــاونيّه" }, { gap: "b", option: "2" }, { gap: "c", text: "١٢ KG" }], "3/3"],
    ["the wrong one", [{ gap: "b", option: "3" }], "0/3"],
    ["the right one in another gap", [{ gap: "a", option: "2" }, { gap: "b", option: "1" }], "0/3"],
    ["the wrong one first", [{ gap: "b", option: "3" }, { gap: "b", option: "2" }], "0/3"],
    ["gaps that are not there", [{ gap: "x", option: "2" }, { gap: "y", text: "miel" }], "0/3"],
    ["nothing", [{ gap: "a", text: "" }, { gap: "c", text: " . " }], "0/3"],
  ])("%s counts as it should", (_, gaps, mine) => {
    expect(gotOf(asked, { gaps })).toBe(mine);
  }); // prettier-ignore

  it("one more that is right never takes away, in whatever order they come", () => {
    fc.assert(
      fc.property(answerableOf.cloze.map(inParts), fc.infiniteStream(fc.boolean()), (drawn, coin) => {
        const given = rightGiven(drawn);
        const all = "gaps" in given ? given.gaps : [];
        const half = all.filter(() => coin.next().value);
        expect(mark(drawn, { gaps: half }).got).toBe(half.length);
        expect(mark(drawn, { gaps: half.toReversed() }).got).toBe(half.length);
      }),
    );
  }); // prettier-ignore
});

it("a number without end is near nothing", () => {
  const asked: Asked = { question: "number", options: [], number: { value: 3, tolerance: 1 } };
  for (const number of [Infinity, -Infinity, Number.NaN, 1e308])
    expect(mark(asked, { number }).right).toBe(false);
});
