import { bodyOf, type Batch } from "@twiza/client/send";
import { type DeviceEvent, eventsIn, whats } from "@twiza/contract";
import fc from "fast-check";
import { expect, it } from "vitest";

const id = (kind: string, n: number) => `${kind}_${String(n).repeat(32)}`;
const uuid = (moment: number, n: number): string => {
  const hex = moment.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(n).padStart(12, "0")}`;
};
/** Any moment that a phone may claim: 1970, now, the end of the year 9999. */
const moment = fc.oneof(
  fc.constantFrom(0, 253_402_300_799_999),
  fc.integer({ min: 1.7e12, max: 1.8e12 }),
);
const event = fc
  .record(
    {
      moment,
      claimed: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, moment),
      n: fc.nat(999),
      type: fc.constantFrom("lesson.reached", "lesson.finished", "practice.answered"),
      lessonId: fc.nat(1).map((n) => id("les", n)),
      block: fc.nat(100),
      right: fc.boolean(),
      version: fc.integer({ min: 1, max: 2 }),
      deviceId: fc.constantFrom("device-a", "device-b"),
      seq: fc.nat(1000),
    },
    {
      noNullPrototype: true,
      requiredKeys: ["moment", "claimed", "n", "type", "lessonId", "block", "deviceId", "seq"],
    },
  )
  .map(({ moment, claimed, n, ...rest }) => ({
    ...rest,
    id: uuid(moment, n),
    at: new Date(claimed ?? moment).toISOString(),
  }));
const batch = fc.array(event, { minLength: 1, maxLength: 6 });

it("what a batch says once of its events is read by the server as if each had said it", () => {
  fc.assert(
    fc.property(batch, (events) => {
      const asked: Batch = {
        learnerId: id("lrn", 1),
        courseId: id("crs", 1),
        sentAt: "2026-03-01T08:00:00.000Z",
        events,
      };
      const body: unknown = JSON.parse(JSON.stringify(bodyOf(asked)));
      const read: readonly DeviceEvent[] = eventsIn(whats.recordEvents.body.parse(body));
      expect(read).toEqual(events);
    }),
  );
});

it("a phone of before, which says all in each event, is read as it was", () => {
  fc.assert(
    fc.property(batch, (events) => {
      const body = whats.recordEvents.body.parse({ sentAt: "2026-03-01T08:00:00.000Z", events });
      expect(eventsIn(body)).toEqual(events);
      expect(body.common).toBeUndefined();
    }),
  );
});

it("an event of which neither says all is refused", () => {
  const event = { id: uuid(1.7e12, 1), type: "lesson.reached", block: 1, seq: 1 };
  const common = { lessonId: id("les", 1), deviceId: "device-a" };
  const sentAt = "2026-03-01T08:00:00.000Z";
  const isTaken = (more: object) =>
    whats.recordEvents.body.safeParse({ sentAt, events: [event], ...more }).success;
  expect(isTaken({ common })).toBe(true);
  expect(isTaken({ common: { ...common, deviceId: undefined } })).toBe(false);
  expect(isTaken({})).toBe(false);
});
