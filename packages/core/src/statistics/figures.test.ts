import { type Answer, Item, LEAST_ANSWERS, type TestSums } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withSitting } from "./add-sitting.ts";
import { discriminationOf, joined, reliabilityOf, statisticsOf } from "./figures.ts";

const itemOf = (at: number): Item =>
  Item.parse({
    id: `itm_${at.toString(16).padStart(32, "0")}`,
    question: "choice",
    prompt: { fr: "?" },
    options: [
      { id: "a", text: { fr: "Oui" }, right: true },
      { id: "b", text: { fr: "Non" }, right: false },
    ],
  });
const chose = (item: Item, option: string): Answer => ({ itemId: item.id, options: [option] });

/** Sittings as a table: of each whether each item was right. */
function sumsOf(sittings: readonly (readonly boolean[])[], isWhole = true) {
  const items = (sittings[0] ?? []).map((_, at) => itemOf(at + 1));
  const sums = sittings.reduce<ReturnType<typeof withSitting> | undefined>(
    (before, rights) =>
      withSitting(before, {
        items: items.map((item) => ({ item, print: "0".repeat(16) })),
        answers: items.map((item, at) => chose(item, rights[at] ? "a" : "b")),
        isWhole,
      }),
    undefined,
  );
  if (!sums) throw new Error("no sitting");
  return { items, sums: { ...sums, courseId: "", quiz: "" } as unknown as TestSums };
}
const table = fc
  .tuple(fc.integer({ min: LEAST_ANSWERS, max: 60 }), fc.integer({ min: 2, max: 8 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
const variance = (all: readonly number[]) => mean(all.map((one) => (one - mean(all)) ** 2));

describe("figures from sums", () => {
  it("are those that the sittings themselves give: facility, discrimination, reliability", () => {
    fc.assert(
      fc.property(table, (sittings) => {
        const { items, sums } = sumsOf(sittings);
        const points = sittings.map((rights) => rights.map(Number));
        items.forEach((item, at) => {
          const x = points.map((row) => row[at] ?? 0);
          const rest = points.map((row) => mean(row.filter((_, other) => other !== at)));
          const told = statisticsOf(item, sums.items[item.id]);
          expect(told.answers).toBe(sittings.length);
          expect(told.facility).toBeCloseTo(mean(x), 2);
          const both = Math.sqrt(variance(x) * variance(rest));
          const covariance = mean(x.map((one, row) => one * (rest[row] ?? 0))) - mean(x) * mean(rest);
          if (both < 1e-6) expect(told.discrimination).toBeUndefined();
          else expect(told.discrimination).toBeCloseTo(covariance / both, 2);
        });
        const totals = points.map((row) => row.reduce((sum, one) => sum + one, 0));
        const ofEach = items.reduce((sum, _, at) => sum + variance(points.map((row) => row[at] ?? 0)), 0);
        const k = items.length;
        if (variance(totals) < 1e-6) expect(reliabilityOf(sums)).toBeUndefined();
        else expect(reliabilityOf(sums)).toBeCloseTo((k / (k - 1)) * (1 - ofEach / variance(totals)), 2);
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it("of a test in halves are those of the whole", () => {
    fc.assert(
      fc.property(table, fc.nat(19), (sittings, cut) => {
        const at = cut + 1 < sittings.length ? cut + 1 : 1;
        const whole = sumsOf(sittings).sums.items;
        const [one, two] = [sumsOf(sittings.slice(0, at)).sums, sumsOf(sittings.slice(at)).sums];
        for (const [id, sums] of Object.entries(whole)) {
          const halves = [one, two].flatMap(({ items }) => items[id as Item["id"]] ?? []);
          const both = joined(halves);
          expect(both?.answers).toBe(sums.answers);
          expect(both?.options).toEqual(sums.options);
          expect(both?.x).toBeCloseTo(sums.x, 9);
          expect(both?.xRest).toBeCloseTo(sums.xRest, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are told from twenty answers on, and not one before", () => {
    const few = Array.from({ length: LEAST_ANSWERS - 1 }, (_, at) => [at % 2 === 0, at % 3 === 0]);
    const before = sumsOf(few);
    const first = itemOf(1);
    expect(statisticsOf(first, before.sums.items[first.id])).toEqual({
      itemId: first.id,
      answers: LEAST_ANSWERS - 1,
      options: [],
    });
    expect(reliabilityOf(before.sums)).toBeUndefined();
    const { sums } = sumsOf([...few, [true, true]]);
    const told = statisticsOf(first, sums.items[first.id]);
    expect(told.facility).toBe(0.55);
    expect(told.options).toEqual([
      { id: "a", count: 11 },
      { id: "b", count: 9 },
    ]);
  });

  it("say nothing of how far an item tells people apart that everybody got right, or that stood alone", () => {
    const all = Array.from({ length: 30 }, (_, at) => [true, at % 2 === 0]);
    const { sums } = sumsOf(all);
    const [one] = Object.values(sums.items);
    expect(one && discriminationOf(one)).toBeUndefined();
    const alone = sumsOf(all.map(([, right]) => [right === true])).sums;
    const [only] = Object.values(alone.items);
    expect(only && discriminationOf(only)).toBeUndefined();
  });

  it("of reliability are told only where every sitting had every item", () => {
    const all = Array.from({ length: 30 }, (_, at) => [at % 2 === 0, at % 2 === 0, at % 3 === 0]);
    expect(reliabilityOf(sumsOf(all).sums)).toBeGreaterThan(0.5);
    expect(reliabilityOf(sumsOf(all, false).sums)).toBeUndefined();
  });
});

it("of a question that nothing marks only what was chosen is told, and the others have the figures that they have without it", () => {
  const scale = Item.parse({
    ...{ id: `itm_${"f".repeat(32)}`, question: "likert", prompt: { fr: "?" } },
    options: ["a", "b", "c"].map((id) => ({ id, text: { fr: id }, right: false })),
  });
  const marked = [itemOf(1), itemOf(2), itemOf(3)];
  const summed = (items: readonly Item[]) =>
    Array.from({ length: LEAST_ANSWERS + 3 }, (_, at) => at).reduce<
      ReturnType<typeof withSitting> | undefined
    >(
      (before, at) =>
        withSitting(before, {
          items: items.map((item) => ({ item, print: "0".repeat(16) })),
          answers: [
            ...marked.map((item, nth) => chose(item, (at >> nth) % 2 === 0 ? "a" : "b")),
            chose(scale, at % 3 === 0 ? "a" : "c"),
          ],
          isWhole: true,
        }),
      undefined,
    ) as unknown as TestSums;
  const [plain, mixed] = [summed(marked), summed([...marked, scale])];
  for (const item of marked)
    expect(statisticsOf(item, mixed.items[item.id])).toEqual(statisticsOf(item, plain.items[item.id])); // prettier-ignore
  expect(reliabilityOf(mixed)).toBe(reliabilityOf(plain));
  expect(reliabilityOf(plain)).toBeDefined();
  expect(statisticsOf(scale, mixed.items[scale.id])).toEqual({
    itemId: scale.id,
    answers: LEAST_ANSWERS + 3,
    options: [
      { id: "a", count: 8 },
      { id: "b", count: 0 },
      { id: "c", count: 15 },
    ],
  });
});
