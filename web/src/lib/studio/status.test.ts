import { expect, it } from "vitest";
import { standingOf } from "./status.ts";

it.each([
  ["nobody wrote it", { rev: 0, against: {} }, "missing"],
  ["it is not translated", { rev: 2, against: { ar: 2 } }, "missing"],
  ["its source changed since", { rev: 2, against: { fr: 1 } }, "outdated"],
  ["it says what the source says", { rev: 2, against: { fr: 2 } }, "done"],
  ["it has no words", { rev: 2, against: {}, wordless: true }, "done"],
  ["it will have no words and nobody wrote it", { rev: 0, against: {}, wordless: true }, "missing"],
] as const)("where %s, a block is %s", (_, place, standing) => {
  expect(standingOf(place, { language: "fr", source: "ar" })).toBe(standing);
});

it("the source itself is there or missing, never outdated", () => {
  const source = { language: "ar", source: "ar" } as const;
  expect(standingOf({ rev: 0, against: {} }, source)).toBe("missing");
  expect(standingOf({ rev: 7, against: {} }, source)).toBe("done");
});
