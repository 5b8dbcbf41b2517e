import { openLog } from "@twiza/platform/log";
import { memoryRecords, movableClock } from "@twiza/platform/testing";
import { expect, it } from "vitest";
import { daily } from "./daily.ts";

const HOUR = 3_600_000;

it("what happens once a day happens at its hour or as soon after as somebody looks, once, and again after a failure", async () => {
  const clock = movableClock("2026-03-01T06:00:00.000Z");
  const did: string[] = [];
  let fails = true;
  const house = {
    worker: { name: "reminder", hour: 7 },
    work: () => {
      if (fails) return Promise.reject(new Error("not today"));
      did.push(clock.now().toISOString());
      return Promise.resolve();
    },
    clock,
    records: memoryRecords(clock),
    log: openLog(() => undefined, clock.now),
  };
  const days = daily(house);
  await days.look();
  clock.advance(3 * HOUR);
  await days.look();
  expect(did).toEqual([]);
  fails = false;
  await Promise.all([days.look(), days.look()]);
  clock.advance(5 * HOUR);
  await days.look();
  expect(did).toEqual(["2026-03-01T09:00:00.000Z"]);
  // The process starts anew, and a day is missed.
  await days.stop();
  clock.advance(48 * HOUR);
  const again = daily(house);
  await again.look();
  await again.look();
  await again.stop();
  expect(did).toEqual(["2026-03-01T09:00:00.000Z", "2026-03-03T14:00:00.000Z"]);
});
