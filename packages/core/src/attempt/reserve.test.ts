import { Enrolment, Item } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawn, reservedAttempt } from "./reserve.ts";

const hex = (of: number): string => of.toString(16).padStart(32, "0");
const NOW = new Date("2026-03-01T08:00:00.789Z");
const enrolment = {
  learnerId: `lrn_${hex(1)}`,
  courseId: `crs_${hex(2)}`,
  version: 3,
  quiz: { tries: 0 },
} as unknown as Enrolment;
const bank = (count: number): Drawn["items"] =>
  Array.from({ length: count }, (_, at) =>
    Item.parse({
      ...{ id: `itm_${hex(at)}`, question: "number", prompt: { fr: "?" }, options: [] },
      number: { value: at, tolerance: 0 },
    }),
  );
const attemptId = (of: number) => `att_${hex(of)}` as Parameters<typeof reservedAttempt>[2]["id"];
const drawnBy = (id: number, drawn: Drawn) =>
  reservedAttempt(enrolment, drawn, { id: attemptId(id), now: NOW }).itemIds;

describe("the items of a sitting", () => {
  it("are as many as are drawn, each once and of the test, or all where there are no more", () => {
    const counts = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(counts, fc.option(counts, { nil: undefined }), fc.nat(), (count, draw, id) => {
        const items = bank(count);
        const drawn = drawnBy(id, { items, draw });
        expect(drawn).toHaveLength(Math.min(count, draw ?? count));
        expect(new Set(drawn).size).toBe(drawn.length);
        const known = new Set(items.map((item) => item.id));
        expect(drawn.every((each) => known.has(each))).toBe(true);
      }),
    );
  });

  it("are as many marked ones in each sitting, one at least, and all that nothing marks", () => {
    const scale = (at: number) =>
      Item.parse({
        ...{ id: `itm_${hex(1000 + at)}`, question: "likert", prompt: { fr: "?" } },
        options: [1, 2, 3].map((step) => ({
          id: `o${step}`,
          text: { fr: `${step}` },
          right: false,
        })),
      });
    const counts = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(counts, counts, fc.nat(4), fc.nat(), (count, draw, others, id) => {
        const scales = Array.from({ length: others }, (_, at) => scale(at));
        const items = [...scales, ...bank(count)];
        const drawn = drawnBy(id, { items, draw });
        const asked = drawn.filter((each) => scales.some((one) => one.id === each));
        expect(asked).toHaveLength(others);
        expect(drawn.length - others).toBe(Math.min(count, Math.max(1, draw - others)));
      }),
    );
  });

  it("are drawn again just so from the id of the sitting, however long after", () => {
    fc.assert(
      fc.property(fc.nat(), (id) => {
        const drawn = { items: bank(40), draw: 12 };
        expect(drawnBy(id, structuredClone(drawn))).toEqual(drawnBy(id, drawn));
      }),
    );
  });

  it("where all are drawn are in the order in which they were before anything could be drawn", () => {
    const items = bank(9);
    expect(drawnBy(5, { items, draw: 9 })).toEqual(drawnBy(5, { items }));
    expect(drawnBy(5, { items, draw: 4 })).toEqual(drawnBy(5, { items }).slice(0, 4));
  });

  it("are drawn about equally often, each of them and each two together", () => {
    const [count, draw, sittings] = [10, 4, 4000];
    const items = bank(count);
    const times = new Map<string, number>();
    const count1 = (of: string) => times.set(of, (times.get(of) ?? 0) + 1);
    for (let id = 0; id < sittings; id++) {
      const drawn = drawnBy(id * 7919 + 13, { items, draw });
      for (const one of drawn) {
        count1(one);
        for (const other of drawn) if (one < other) count1(one + other);
      }
    }
    const alone = (sittings * draw) / count;
    const together = (sittings * draw * (draw - 1)) / (count * (count - 1));
    for (const [of, often] of times) {
      const wanted = of.length > 40 ? together : alone;
      // Six standard deviations of a count like this one.
      expect(Math.abs(often - wanted)).toBeLessThan(6 * Math.sqrt(wanted));
    }
    expect(times.size).toBe(count + (count * (count - 1)) / 2);
  });
});
