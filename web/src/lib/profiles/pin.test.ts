import { describe, expect, it } from "vitest";
import type { KeptPin } from "./phone.ts";
import { ITERATIONS, makePin, readPinDigits, tryPin, waitOf } from "./pin.ts";

const SECOND = 1000;
const NOW = Date.parse("2026-03-01T08:00:00.000Z");

async function withPin(digits: string) {
  const made = await makePin(digits);
  let kept: KeptPin | undefined = made;
  const place = {
    read: () => kept,
    write: (pin: KeptPin) => {
      kept = pin;
    },
  };
  return { made, place, kept: () => kept };
}

describe("a PIN", () => {
  it("is kept as a slow hash of its own, and never as itself", async () => {
    const [one, other] = [await makePin("1234"), await makePin("1234")];
    expect(one.iterations).toBeGreaterThanOrEqual(600_000);
    expect(ITERATIONS).toBe(one.iterations);
    expect(one.salt).not.toBe(other.salt);
    expect(one.hash).not.toBe(other.hash);
    expect(JSON.stringify(one)).not.toContain("1234");
  });

  it("opens with the right digits alone, and a right one forgives the wrong ones before", async () => {
    const { place, kept } = await withPin("4071");
    expect(await tryPin(place, "4072", NOW)).toEqual({ outcome: "wrong", seconds: 0 });
    expect(await tryPin(place, "4071", NOW)).toEqual({ outcome: "right" });
    expect(kept()).toMatchObject({ wrong: 0, until: 0 });
  });

  it("makes each wrong try from the third on wait longer, whatever is tried meanwhile and however often the app is closed", async () => {
    const { place, kept } = await withPin("4071");
    let now = NOW;
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      const tried = await tryPin(place, "0000", now);
      if (tried.outcome !== "wrong") throw new Error(tried.outcome);
      waits.push(tried.seconds);
      // What is kept is all there is: a new page begins from it.
      expect(kept()?.wrong).toBe(n + 1);
      if (tried.seconds > 0)
        expect(await tryPin(place, "4071", now + tried.seconds * SECOND - 1)).toEqual({
          outcome: "wait",
          seconds: 1,
        });
      now += tried.seconds * SECOND;
    }
    expect(waits).toEqual([0, 0, 30, 60, 300, 900, 3600, 3600]);
    expect(await tryPin(place, "4071", now)).toEqual({ outcome: "right" });
  });

  it("counts a try before it looks at it", async () => {
    const { place, kept } = await withPin("4071");
    const trying = tryPin(place, "0000", NOW);
    expect(kept()?.wrong).toBe(1);
    await trying;
  });

  it("locks nobody out for longer than an hour because a clock was set back", async () => {
    const { made } = await withPin("4071");
    const far = { ...made, wrong: 9, until: NOW + 365 * 86_400 * SECOND };
    expect(waitOf(far, NOW)).toBe(3600);
  });

  it.each([
    ["1234", "1234"],
    ["١٢٣٤", "1234"],
    [" 12 34 ", "1234"],
    ["123", undefined],
    ["12345", undefined],
    ["abcd", undefined],
    ["", undefined],
  ])("written %j is read as %j", (written, digits) => {
    expect(readPinDigits(written)).toBe(digits);
  });
});
