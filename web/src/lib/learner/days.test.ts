import { describe, expect, it } from "vitest";
import { countDays } from "./days.ts";

const day = (text: string) => Date.parse(text) / 86_400_000;

describe("days of learning", () => {
  it("are counted once, over all courses and what waits to be sent", () => {
    const [first, second] = [day("2026-03-01"), day("2026-03-02")];
    const waiting = ["2026-03-02T23:59:59.999Z", "2026-03-05T00:00:00.000Z"];
    expect(countDays([[first, second], [first], []], waiting)).toBe(3);
    expect(countDays([], [])).toBe(0);
  });

  it("do not fall when a day is left out between two", () => {
    const before = [day("2026-03-01"), day("2026-03-02")];
    expect(countDays([[...before, day("2026-03-09")]], [])).toBeGreaterThan(
      countDays([before], []),
    );
  });
});
