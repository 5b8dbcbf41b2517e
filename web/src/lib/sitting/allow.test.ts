import type { Allowance } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { allowFaults, draftOf, extrasWith, givenOf } from "./allow.ts";

const at = "2026-03-01T08:00:00.000Z";
const slow: Allowance = { tries: 1, extraPercent: 50, closesAt: at, reason: "Lit lentement", at };

describe("what a learner is given more", () => {
  it("stands in the form as it was given, and goes out the same", () => {
    const { at: _, ...given } = slow;
    expect(givenOf(draftOf(slow), "fr")).toEqual(given);
    expect(allowFaults(draftOf(slow), "fr").size).toBe(0);
  });

  it("leaves out what is nothing", () => {
    const draft = { ...draftOf(undefined), tries: "2", reason: " Malade " };
    expect(givenOf(draft, "fr")).toEqual({ tries: 2, reason: "Malade" });
  });

  it("has a reason, gives something, and no more tries than may be", () => {
    const faults = (change: object) => [...allowFaults({ ...draftOf(slow), ...change }, "ar")];
    expect(faults({ reason: "  " })).toEqual(["reason"]);
    for (const tries of ["11", "-1", "1,5", "deux"]) expect(faults({ tries })).toEqual(["tries"]);
    expect(faults({ tries: "", extra: "0", later: "" })).toEqual(["nothing"]);
    expect(faults({ tries: "٣" })).toEqual([]);
  });

  it("offers what she has already, whatever it is", () => {
    expect(extrasWith(undefined)).toEqual([0, 25, 50, 100, 200]);
    expect(extrasWith({ ...slow, extraPercent: 30 })).toEqual([0, 25, 30, 50, 100, 200]);
  });
});
