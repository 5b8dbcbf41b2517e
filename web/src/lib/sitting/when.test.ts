import { describe, expect, it } from "vitest";
import { fromField, toField } from "./moments.ts";
import { whenOf } from "./when.ts";

const [before, now, after] = ["2026-03-01T08:00:00.000Z", "2026-03-01T09:00:00.000Z", "2026-03-01T10:00:00.000Z"]; // prettier-ignore

describe("when a test is open", () => {
  it.each([
    [{}, "always"],
    [{ opensAt: after }, "opens"],
    [{ opensAt: before }, "since"],
    [{ closesAt: after }, "until"],
    [{ closesAt: now }, "closed"],
    [{ opensAt: before, closesAt: after }, "fromTo"],
    [{ opensAt: before, closesAt: before }, "closed"],
  ] as const)("%j is said as %s", (times, when) => {
    expect(whenOf(times, now)).toBe(when);
  });

  it("is written by the clock of the device and travels as an instant", () => {
    for (const instant of [before, "2026-07-31T23:59:00.000Z", "2026-12-31T23:30:00.000Z"])
      expect(fromField(toField(instant))).toBe(instant);
    expect(toField(undefined)).toBe("");
    expect(fromField("")).toBeUndefined();
    expect(fromField("demain")).toBeUndefined();
  });
});
