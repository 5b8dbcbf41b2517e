import { describe, expect, it } from "vitest";
import { backTo, changeFaults, changeOf, percentOf, saidOf } from "./change.ts";

const given = { reason: "Oral", byName: "Mounia", at: "2026-03-01T08:00:00.000Z" };

describe("a change of a grade", () => {
  it.each([
    ["80", 80],
    ["٨٠", 80],
    [" 0 ", 0],
    ["100", 100],
    ["101", undefined],
    ["-1", undefined],
    ["79,5", undefined],
    ["", undefined],
    ["huit", undefined],
  ])("reads %j as %s", (written, percent) => {
    expect(percentOf(written, "fr")).toBe(percent);
  });

  it("wants a reason, and a figure where one is chosen", () => {
    const draft = { as: "percent", percent: "", reason: " " } as const;
    expect([...changeFaults(draft, "fr")]).toEqual(["percent", "reason"]);
    expect(changeFaults({ as: "exempt", percent: "", reason: "Malade" }, "fr").size).toBe(0);
  });

  it("begins at what is said now, and goes back to it", () => {
    expect(changeOf({ ...given, percent: 45 })).toEqual({ as: "percent", percent: "45", reason: "" }); // prettier-ignore
    expect(backTo({ ...given, percent: 45 }, "Repris")).toEqual({ as: "percent", percent: 45, reason: "Oral" }); // prettier-ignore
    expect(backTo({ ...given, exempt: true }, "Repris")).toEqual({ as: "exempt", reason: "Oral" });
    expect(backTo(undefined, "Repris")).toEqual({ as: "as_worked", reason: "Repris" });
    expect(saidOf({ as: "percent", percent: "45", reason: "Oral" }, "fr")).toMatchObject({ percent: 45 }); // prettier-ignore
  });
});
