import { joined, later, type Place, withEvents } from "@twiza/client";
import { LearningEvent, Progress } from "@twiza/contract";
import { withEvent } from "@twiza/core";
import fc from "fast-check";
import { expect, it } from "vitest";

const id = (kind: string, n: number) => `${kind}_${String(n).repeat(32)}`;
const lessonId = fc.nat(3).map((n) => id("les", n));
const happened = fc.record({
  type: fc.constantFrom("lesson.reached", "lesson.finished", "practice.answered"),
  lessonId,
  block: fc.nat(9),
  deviceId: fc.constantFrom("device-a", "device-b"),
  seq: fc.nat(30),
});
/** A device's claims grow with its count, as the phone's clock sees to. */
const events = fc.array(happened, { maxLength: 20 }).map((all) =>
  all.map((one) => {
    const moment = new Date(Date.UTC(2026, 2, 1, 8, one.seq >> 1)).toISOString();
    const whose = { learnerId: id("lrn", 1), courseId: id("crs", 1) };
    const times = { claimedAt: moment, receivedAt: moment };
    return LearningEvent.parse({ ...one, ...whose, ...times, id: "event" });
  }),
);

it("phone and server make the same progress and the same place of the same events, in whatever order", () => {
  fc.assert(
    fc.property(events, fc.nat(20), (all, cut) => {
      const server = all.reduce(withEvent, Progress.parse({ lessons: {} }));
      const [early, late] = [all.slice(0, cut), all.slice(cut).reverse()];
      expect(joined(withEvents({}, late), withEvents({}, early))).toEqual(server.lessons);
      const places = [...late, ...early].map(
        ({ lessonId, block, claimedAt: at, deviceId, seq }): Place => ({
          lessonId,
          block,
          at,
          deviceId,
          seq,
        }),
      );
      expect(places.reduce<Place | undefined>(later, undefined)).toEqual(server.resume);
    }),
  );
});
