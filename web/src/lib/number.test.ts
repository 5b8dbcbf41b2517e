import { describe, expect, it } from "vitest";
import { readNumber } from "./number.ts";

describe("reading a number", () => {
  it.each([
    ["1200", 1200],
    ["1.200", 1200],
    ["1 200,00", 1200],
    ["1\u00A0200,50", 1200.5],
    ["1\u202F200,50", 1200.5],
    ["1.200,50", 1200.5],
    ["1,200.50", 1200.5],
    ["1.234.567", 1234567],
    ["١٢٠٠", 1200],
    ["١٬٢٠٠٫٥٠", 1200.5],
    ["۱۲۰۰", 1200],
    ["\u2068-60,5\u2069", -60.5],
    ["−60", -60],
    ["0.125", 0.125],
    ["3.5", 3.5],
  ])("takes %s as a learner means it, in every language", (written, amount) => {
    for (const language of ["ar", "fr", "zgh", "en"] as const)
      expect(readNumber(written, language)).toBe(amount);
  });

  it("reads a lone comma as each language writes it", () => {
    expect(readNumber("1,200", "en")).toBe(1200);
    expect(readNumber("1,200", "fr")).toBe(1.2);
    expect(readNumber("12,5", "en")).toBe(12.5);
  });

  it.each(["", "  ", "soixante", "60 DH", "--3", ".", "1e6"])("does not guess at %j", (written) => {
    expect(readNumber(written, "fr")).toBeUndefined();
  });
});
