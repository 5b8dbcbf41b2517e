import type { SittingRules } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { minutesIn, rulesOf, sittingForm } from "./sitting-form.ts";

describe("how a test is sat", () => {
  const all: SittingRules = { minutes: 45, order: "written", counts: "last", tells: "score" };

  it.each([[{}], [all], [{ minutes: 1 }], [{ counts: "average", tells: "answers_at_end" }]] as const)(
    "%j stands in the form and goes out the same",
    (rules) => {
      expect(rulesOf(sittingForm(rules), "fr")).toEqual(rules);
    },
  ); // prettier-ignore

  it("has no limit while nothing is written, and none that is no whole number of minutes", () => {
    expect(minutesIn(" ", "ar")).toBeUndefined();
    expect(minutesIn("٤٥", "ar")).toBe(45);
    expect(minutesIn("600", "fr")).toBe(600);
    for (const written of ["0", "601", "1,5", "-3", "dix"])
      expect(minutesIn(written, "fr")).toBe("unread");
    expect(rulesOf({ ...sittingForm({}), minutes: "0" }, "fr")).toBeUndefined();
  });
});
