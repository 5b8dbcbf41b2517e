import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESIGN_FIELDS, PALETTES, textPieces, unknownField } from "./design-rules.ts";

/** Relative luminance and contrast as WCAG 2.2 has them. */
const light = (colour: string): number =>
  [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

describe("colours of a certificate", () => {
  it.each(Object.entries(PALETTES))("are readable: %s", (_, { ink, main, ground, soft }) => {
    for (const paper of [ground, soft]) {
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7);
      expect(contrast(main, paper)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("a text with fields", () => {
  it("is taken apart at them, and nothing of it is lost", () => {
    const piece = fc.oneof(
      fc.constantFrom(...DESIGN_FIELDS.map((field) => `{${field}}`), "{salary}", "{", "}", "{}"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const said = textPieces(text).map((each) => {
          if ("words" in each) return each.words;
          return "field" in each ? each.field : each.unknown;
        });
        const bare = (whole: string) => whole.replace(/[{}\s]/g, "");
        expect(bare(said.join(""))).toBe(bare(text));
      }),
    );
  });

  it.each([
    ["{course}", undefined],
    ["{ course } le {date}", undefined],
    ["gagne {salary}", "{salary}"],
    ["{course", "{"],
    ["{}", "{}"],
  ])("%j names what no certificate has: %j", (text, unknown) => {
    expect(unknownField(text)).toBe(unknown);
  });
});
