import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answered, Sat } from "./chances.ts";
import { LEAST_COMMON, LEAST_SHARED, pairsAlike } from "./pairs.ts";
import { saidOf } from "./said.ts";
import { tailOf } from "./tail.ts";

/** mulberry32: the same cohorts on every computer. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Village = {
  readonly people: number;
  readonly items: number;
  readonly wrongs: number;
  /** How far apart they are in what they know; 0: all are the same. */
  readonly spread: number;
  /** How many items each is asked, by lot. */
  readonly draw?: number;
  /** How much of the first one's answers the second takes over. */
  readonly copied?: number;
};

/** People who answer for themselves, by a rule that the index does not know (Rasch); some wrong answers are more tempting than others. */
function cohortOf(seed: number, village: Village): Sat[] {
  const { people, items, wrongs, spread, draw = items, copied = 0 } = village;
  const random = randomFrom(seed);
  const bell = (): number => random() + random() + random() - 1.5;
  const hard = Array.from({ length: items }, () => 2 * bell());
  const tempting = hard.map(() => Array.from({ length: wrongs }, () => 0.15 + random() ** 2));
  const chosen = (weights: readonly number[]): number => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(0, weights.findIndex((weight) => (left -= weight) < 0)); // prettier-ignore
  };
  const all = Array.from({ length: people }, (_, person): Sat => {
    const knows = spread * bell();
    const order = hard.map((_h, item) => ({ item, lot: random() })).sort((a, b) => a.lot - b.lot);
    const asked = order.slice(0, draw).map(({ item }) => item);
    const answers = asked.map((item): [string, Answered] => {
      const right = random() < 1 / (1 + Math.exp((hard[item] ?? 0) - knows));
      return [`i${item}`, { right, said: String(chosen(tempting[item] ?? [])) }];
    });
    return { id: `p${person}`, answers: new Map(answers) };
  });
  const [first, second, ...others] = all;
  if (!first || !second || copied === 0) return all;
  const taken = [...first.answers].slice(0, Math.round(copied * first.answers.size));
  return [first, { ...second, answers: new Map([...second.answers, ...taken]) }, ...others];
}
const namesIn = (sittings: readonly Sat[]) =>
  pairsAlike(sittings).map(({ one, other }) => `${one} ${other}`);

/** All of them are looked at before a change lands; at a desk a fifth, the same each time. */
const share = process.env["TWIZA_WHOLE"] === undefined ? 5 : 1;

describe("answers of people who sat for themselves", () => {
  it.each<[number, string, Village]>([
    [1000 / share, "a small group that knows the same", { people: 12, items: 20, wrongs: 3, spread: 0 }],
    [300 / share, "a group that knows much and little", { people: 15, items: 24, wrongs: 3, spread: 3 }],
    [1000 / share, "a group whose questions were drawn by lot", { people: 15, items: 40, draw: 18, wrongs: 3, spread: 2 }],
  ])("almost never show: in one of 200 at most of %i cohorts of %s", (count, _, village) => {
    const shown = Array.from({ length: count }, (_v, at) => cohortOf(7919 * at + 1, village));
    const alike = shown.filter((sittings) => pairsAlike(sittings).length > 0);
    expect(alike.length).toBeLessThanOrEqual(count / 200);
  }); // prettier-ignore

  it("never show where they err alike because most do: then it is the question, or the teaching", () => {
    const items = Array.from({ length: 20 }, (_, at) => `i${at}`);
    const same = Array.from({ length: 15 }, (_, person) => ({
      id: `p${person}`,
      answers: new Map(items.map((item, at) => [item, { right: at < 5, said: "a" }])),
    }));
    expect(pairsAlike(same)).toEqual([]);
  });
});

describe("answers that were taken over", () => {
  const found = (village: Village, count: number) =>
    Array.from({ length: count }, (_, at) => namesIn(cohortOf(104_729 * at + 3, village)));

  it("show where all of them were", () => {
    const shown = found({ people: 20, items: 40, wrongs: 3, spread: 2, copied: 1 }, 60);
    expect(shown.filter((names) => names.includes("p0 p1")).length).toBeGreaterThanOrEqual(56);
  });

  it("show mostly where half of a long test was, and nobody else shows with them", () => {
    const shown = found({ people: 20, items: 80, wrongs: 4, spread: 2, copied: 0.5 }, 60);
    expect(shown.filter((names) => names.includes("p0 p1")).length).toBeGreaterThanOrEqual(48);
    expect(shown.flat().filter((name) => name !== "p0 p1").length).toBeLessThanOrEqual(2);
  });

  it("are told the same in whatever order people and questions come", () => {
    const village = { people: 12, items: 30, wrongs: 4, spread: 1, copied: 1 };
    const orders = fc.tuple(fc.nat(50), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(orders, ([seed, lots]) => {
        const mixed = <T>(things: readonly T[]): T[] =>
          things.map((thing) => ({ thing, lot: lots.next().value as number })).sort((a, b) => a.lot - b.lot).map(({ thing }) => thing); // prettier-ignore
        const sittings = cohortOf(seed, village);
        const other = mixed(sittings).map((sat) => ({ ...sat, answers: new Map(mixed([...sat.answers])) })); // prettier-ignore
        const told = (all: readonly Sat[]) =>
          pairsAlike(all).map(({ expected, ...pair }) => ({ ...pair, expected: expected.toFixed(9) })); // prettier-ignore
        expect(told(other)).toEqual(told(sittings));
      }),
      { numRuns: 40 },
    );
  }); // prettier-ignore

  it("say which wrong answers they share, and nothing where there are too few of them or of the questions", () => {
    const cohort = cohortOf(11, { people: 20, items: 40, wrongs: 4, spread: 1, copied: 1 });
    const [pair] = pairsAlike(cohort);
    const [one] = cohort;
    const wrong = [...(one?.answers ?? [])].filter(([, { right }]) => !right).map(([item]) => item);
    expect(pair).toMatchObject({ one: "p0", other: "p1", common: 40, shared: wrong.toSorted() });
    expect(pair?.expected).toBeLessThan(wrong.length / 2);
    const cut = (count: number) =>
      cohort.map((sat) => ({ ...sat, answers: new Map([...sat.answers].slice(0, count)) }));
    expect(pairsAlike(cut(LEAST_COMMON - 1))).toEqual([]);
    const few = cohort.map((sat) => {
      let wrongs = 0;
      const own = [...sat.answers].map(
        ([item, answer]): [string, Answered] =>
        answer.right || wrongs++ < LEAST_SHARED - 1 ? [item, answer] : [item, { ...answer, right: true }], // prettier-ignore
      );
      return { ...sat, answers: new Map(own) };
    });
    expect(pairsAlike(few)).toEqual([]);
  });
});

it("the tail of many chances is what adding up all that may happen gives", () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(chances, fc.nat(9), (all, least) => {
      let sum = 0;
      for (let happened = 0; happened < 2 ** all.length; happened += 1) {
        const is = all.map((_, at) => (happened >> at) % 2 === 1);
        if (is.filter(Boolean).length < least) continue;
        sum += all.reduce((product, chance, at) => product * (is[at] ? chance : 1 - chance), 1);
      }
      expect(tailOf(all, least)).toBeCloseTo(sum, 9);
    }),
  );
});

it("two who answered the same said the same, however they put it", () => {
  expect(saidOf({ text: " Le SEL. " })).toBe(saidOf({ text: "le sel" }));
  expect(saidOf({ options: ["b", "a", "b"] })).toBe(saidOf({ options: ["a", "b"] }));
  expect(saidOf({ order: ["b", "a"] })).not.toBe(saidOf({ order: ["a", "b"] }));
  const [a, b] = [{ gap: "a", text: "Sel" }, { gap: "b", option: "x" }]; // prettier-ignore
  expect(saidOf({ gaps: [a, b] })).toBe(saidOf({ gaps: [b, { gap: "a", text: "sel" }] }));
});
