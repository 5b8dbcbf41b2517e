import { Refused } from "@twiza/core";
import { beforeEach, describe, expect, it } from "vitest";
import { memoryRecords, movableClock } from "../testing/index.ts";
import { type Guesses, openGuesses } from "./guesses.ts";

const HOUR = 3_600_000;
const isWrong = (code: string) => code === "card.unknown";
const right = async () => "in";
const wrong = async () => Promise.reject(new Refused("card.unknown"));
const full = async () => Promise.reject(new Refused("profile.too_many"));

describe("codes that are typed", () => {
  let clock: ReturnType<typeof movableClock>;
  let guesses: Guesses;
  beforeEach(() => {
    clock = movableClock("2026-03-01T08:00:00.000Z");
    const records = memoryRecords(clock);
    guesses = openGuesses({ records, clock }, { perAddressHour: 5, everybody: 12 });
  });
  const outcomes = async (address: string, count: number, act: () => Promise<unknown>) => {
    const all = await Promise.allSettled(
      Array.from({ length: count }, () => guesses.attempt(address, act, isWrong)),
    );
    return all.map((one) =>
      one.status === "fulfilled" ? "in" : one.reason instanceof Refused && one.reason.code,
    );
  };

  it("wrong five times in an hour shut one network out, the right code with it, and no other", async () => {
    const all = await outcomes("10.0.0.1", 50, wrong);
    expect(all.filter((code) => code === "card.unknown")).toHaveLength(5);
    expect(all.filter((code) => code === "guess.too_many")).toHaveLength(45);
    expect(await outcomes("10.0.0.1", 1, right)).toEqual(["guess.too_many"]);
    expect(await outcomes("10.0.0.2", 1, right)).toEqual(["in"]);
    clock.advance(HOUR);
    expect(await outcomes("10.0.0.1", 1, right)).toEqual(["in"]);
  });

  it("that were not wrong do not count, whatever became of them", async () => {
    for (let n = 0; n < 20; n++) {
      expect(await outcomes("10.0.0.1", 1, right)).toEqual(["in"]);
      expect(await outcomes("10.0.0.1", 1, full)).toEqual(["profile.too_many"]);
    }
  });

  it("wrong too often from everywhere wait for everybody, for an hour or two", async () => {
    for (let n = 0; n < 12; n++) await outcomes(`10.0.1.${n}`, 1, wrong);
    expect(await outcomes("10.0.2.1", 1, right)).toEqual(["guess.too_many"]);
    clock.advance(2 * HOUR);
    expect(await outcomes("10.0.2.1", 1, right)).toEqual(["in"]);
  });
});
