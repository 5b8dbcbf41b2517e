import fc from "fast-check";
import { expect, it } from "vitest";
import { joined, later, type Place, withEvents } from "./merge.ts";

const lessonId = fc.constantFrom("les_a", "les_b", "les_c");
const step = fc.record({
  lessonId,
  block: fc.nat(9),
  type: fc.constantFrom("lesson.reached", "lesson.finished", "practice.answered"),
});
const steps = fc.array(step, { maxLength: 12 });

it("events in any order and any number of times make the same progress", () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat()), (events, chance) => {
      const shuffled = events
        .flatMap((event) => [event, event])
        .map((event) => [chance.next().value, event] as const)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, event]) => event);
      expect(withEvents({}, shuffled)).toEqual(withEvents({}, events));
    }),
  );
});

it("joining two views loses neither, in any order and grouping", () => {
  const view = steps.map((events) => withEvents({}, events));
  fc.assert(
    fc.property(view, view, view, (a, b, c) => {
      expect(joined(a, b)).toEqual(joined(b, a));
      expect(joined(joined(a, b), c)).toEqual(joined(a, joined(b, c)));
      expect(joined(a, a)).toEqual(a);
      for (const [id, { reached, done }] of Object.entries(a)) {
        expect(joined(a, b)[id]?.reached).toBeGreaterThanOrEqual(reached);
        if (done) expect(joined(a, b)[id]?.done).toBe(true);
      }
    }),
  );
});

const at = (deviceId: string, seq: number, day: number, block = 1): Place => ({
  lessonId: "les_a",
  block,
  at: `2026-03-${String(day).padStart(2, "0")}T08:00:00.000Z`,
  deviceId,
  seq,
});

it("between devices the later claimed moment wins, then the device's name", () => {
  expect(later(at("b", 9, 1), at("a", 1, 2))).toEqual(at("a", 1, 2));
  expect(later(at("a", 9, 1), at("b", 1, 1))).toEqual(at("b", 1, 1));
  expect(later(undefined, at("a", 1, 1))).toEqual(at("a", 1, 1));
});

it("a device whose clock was set back is still believed about its own order", () => {
  expect(later(at("a", 7, 20), at("a", 8, 1))).toEqual(at("a", 8, 1));
});

it("places in any order end at the same one, for devices whose claims never run backwards", () => {
  const place = fc.record({ deviceId: fc.constantFrom("a", "b", "c"), seq: fc.nat(20) });
  // A device's claims grow with its count.
  const places = fc.array(place.map(({ deviceId, seq }) => at(deviceId, seq, 1 + (seq >> 1))));
  fc.assert(
    fc.property(places, (all) => {
      const none: Place | undefined = undefined;
      const forwards = all.reduce<Place | undefined>(later, none);
      expect([...all].reverse().reduce<Place | undefined>(later, none)).toEqual(forwards);
    }),
  );
});
