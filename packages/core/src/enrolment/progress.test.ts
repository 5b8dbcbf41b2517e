import { LearningEvent, MOST_DAYS, Progress } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trueMoment, withEvent } from "./progress.ts";

const hex = (letter: string) => letter.repeat(32);
const LESSONS = ["a", "b", "c"].map((letter) => `les_${hex(letter)}`);
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const NOW = Date.parse("2026-03-01T12:00:00.000Z");
const NOTHING: Progress = { lessons: {}, days: [] };

const event = fc
  .record({
    type: fc.constantFrom("lesson.reached", "lesson.finished", "practice.answered"),
    lessonId: fc.constantFrom(...LESSONS),
    block: fc.nat(9),
    deviceId: fc.constantFrom("phone-01", "tablet-1", "desktop1"),
    seq: fc.nat(4),
    claimedAt: fc.nat(60).map((hours) => new Date(NOW - hours * HOUR).toISOString()),
  })
  .map((drawn) =>
    LearningEvent.parse({
      ...drawn,
      id: JSON.stringify(drawn),
      learnerId: `lrn_${hex("0")}`,
      courseId: `crs_${hex("0")}`,
      receivedAt: new Date(NOW).toISOString(),
    }),
  );
const events = fc.array(event, { maxLength: 20 });
const fold = (list: readonly LearningEvent[], from = NOTHING): Progress =>
  list.reduce(withEvent, from);

/** As equal as a stored thing is: the order in which lessons were first met is no part of it. */
function same(a: Progress, b: Progress): void {
  expect(a).toStrictEqual(b);
}

/** The same events in another order. */
const shuffledOf = (list: readonly LearningEvent[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length });

describe("progress", () => {
  it("is the same in any order of arrival", () => {
    const both = events.chain((list) => fc.tuple(fc.constant(list), shuffledOf(list)));
    fc.assert(
      fc.property(both, ([list, other]) => {
        same(fold(list), fold(other));
      }),
      { numRuns: 400 },
    );
  });

  it("is the same when deliveries are repeated, late and interleaved between devices", () => {
    const repeated = events.chain((list) =>
      fc
        .subarray([...list, ...list, ...list])
        .chain((again) => fc.tuple(fc.constant(list), shuffledOf([...list, ...again]))),
    );
    fc.assert(
      fc.property(repeated, ([list, noisy]) => {
        same(fold(list), fold(noisy));
      }),
      { numRuns: 400 },
    );
  });

  it("is the same when replies are lost and whole queues are sent again", () => {
    const queue = fc.record({ of: events, arrived: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(queue, { minLength: 1, maxLength: 4 }), (queues) => {
        const partly = queues.flatMap(({ of, arrived }) => of.slice(0, arrived));
        const whole = queues.flatMap(({ of }) => of);
        same(fold([...partly, ...whole]), fold(whole));
      }),
      { numRuns: 500 },
    );
  });

  it("never falls, in no lesson and by no event", () => {
    fc.assert(
      fc.property(events, event, (list, next) => {
        const before = fold(list);
        const after = withEvent(before, next);
        for (const lesson of LESSONS) {
          const [was, is] = [before, after].map((each) => new Map(Object.entries(each.lessons)).get(lesson));
          expect(is?.reached ?? 0).toBeGreaterThanOrEqual(was?.reached ?? 0);
          expect(Number(is?.done ?? false)).toBeGreaterThanOrEqual(Number(was?.done ?? false));
        }
        expect((after.resume?.at ?? "") >= (before.resume?.at ?? "")).toBe(true);
        expect(after.days).toEqual(expect.arrayContaining([...(before.days ?? [])]));
      }),
      { numRuns: 400 },
    ); // prettier-ignore
  });

  it("is what was reached at most, finished once, and resumes at the last moment", () => {
    fc.assert(
      fc.property(events, (list) => {
        const after = fold(list);
        const met = Map.groupBy(list, (each) => each.lessonId);
        expect(Object.keys(after.lessons).sort()).toEqual([...met.keys()].sort());
        for (const [lessonId, of] of met)
          expect(after.lessons[lessonId]).toEqual({
            reached: Math.max(...of.map(({ block }) => block)),
            done: of.some(({ type }) => type === "lesson.finished"),
          });
        expect(after.resume?.at).toBe(list.map(({ claimedAt }) => claimedAt).sort().at(-1));
        expect(Progress.safeParse(after).success).toBe(true);
      }),
      { numRuns: 500 },
    ); // prettier-ignore
  });

  it("counts each day of learning once, the day on which it happened and not the one of its receipt", () => {
    fc.assert(
      fc.property(events, (list) => {
        const days = new Set(list.map(({ claimedAt }) => claimedAt.slice(0, 10)));
        const counted = (fold(list).days ?? []).map((day) =>
          new Date(day * 24 * HOUR).toISOString().slice(0, 10),
        );
        expect(counted).toEqual([...days].sort());
      }),
      { numRuns: 500 },
    );
  });

  it("stops counting days where nobody gets to, and loses none of them", () => {
    const full = { ...NOTHING, days: Array.from({ length: MOST_DAYS }, (_, day) => day) };
    const [late] = fc.sample(event, 1);
    expect(fold(late ? [late] : [], full).days).toEqual(full.days);
  });

  it("adds without touching what was there", () => {
    fc.assert(
      fc.property(events, event, (list, next) => {
        const before = fold(list);
        const copy = structuredClone(before);
        withEvent(before, next);
        same(before, copy);
      }),
    );
  });
});

describe("the true moment", () => {
  const past = fc.integer({ min: 0, max: 60 * 24 * HOUR });
  const skew = fc.integer({ min: -2 * YEAR, max: 2 * YEAR });
  const iso = (ms: number) => new Date(ms).toISOString();
  const moment = (age: number, off: number, received = NOW) =>
    trueMoment({
      at: iso(received - age + off),
      sentAt: iso(received + off),
      receivedAt: new Date(received),
    });

  it("does not depend on a clock two years off, either way", () => {
    fc.assert(
      fc.property(past, skew, (age, off) => {
        expect(moment(age, off)).toBe(iso(NOW - age));
      }),
    );
    expect(moment(HOUR, 2 * YEAR)).toBe(iso(NOW - HOUR));
    expect(moment(HOUR, -2 * YEAR)).toBe(iso(NOW - HOUR));
  });

  it("is never after the receipt, and always an instant that can be read again", () => {
    const any = fc
      .date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(any, any, (at, sentAt) => {
        const claimed = trueMoment({ at, sentAt, receivedAt: new Date(NOW) });
        expect(claimed <= iso(NOW)).toBe(true);
        expect(LearningEvent.shape.claimedAt.safeParse(claimed).success).toBe(true);
      }),
    );
    const widest = { at: "0000-01-01T00:00:00.000Z", sentAt: "9999-12-31T23:59:59.999Z" };
    expect(trueMoment({ ...widest, receivedAt: new Date(NOW) })).toBe(iso(0));
  });

  it("resumes where she really was last, when one of two devices lives in another year", () => {
    fc.assert(
      fc.property(skew, skew, past, past, event, event, (off, otherOff, age, otherAge, a, b) => {
        fc.pre(age !== otherAge);
        const one = { ...a, claimedAt: moment(age, off) };
        const other = { ...b, claimedAt: moment(otherAge, otherOff) };
        const last = age < otherAge ? one : other;
        for (const order of [[one, other], [other, one]])
          expect(fold(order).resume).toMatchObject({ lessonId: last.lessonId, block: last.block });
      }),
    ); // prettier-ignore
  });
});
