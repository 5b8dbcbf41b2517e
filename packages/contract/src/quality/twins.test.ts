import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasTwinOptions, hasTwins, likenessOf } from "./twins.ts";

describe("two answers look the same", () => {
  it.each([
    ["but for case and spaces", "Le  Prix", "le prix "],
    ["but for accents", "marché", "marche"],
    ["but for the point at the end", "Oui.", "Oui"],
    ["but for hamza", "إنتاج", "انتاج"],
    ["but for tashkil", "كَتَبَ", "كتب"],
    ["but for the stretch", "تعـــاونية", "تعاونية"],
    ["but for ta and alif at the end", "تعاونية مستشفى", "تعاونيه مستشفي"],
    ["but for the figures' spaces", "1 200", "1200"],
  ])("%s", (_, a, b) => expect(hasTwins([a, b])).toBe(true));

  it.each([
    ["another sign", "5", "-5"],
    ["another figure", "1.20", "120"],
    ["another letter", "ⴰⵎⴰⵏ", "ⴰⵎⴰⵔ"],
    ["the very same, which blocks", "Oui", "Oui"],
    ["nothing", "", " "],
  ])("not with %s", (_, a, b) => expect(hasTwins([a, b])).toBe(false));
});

it("whatever is written, what is like itself stays so", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(likenessOf(`  ${text} `)).toBe(likenessOf(text));
      expect(hasTwins([text])).toBe(false);
    }),
  );
});

describe("options that look the same", () => {
  const option = (text: string, right: boolean, gap?: string) => ({ text, right, ...(gap ? { gap } : {}) });
  it.each([
    ["of a choice are told", "choice", [option("Oui", true), option("oui.", false)], true],
    ["of an order are told", "order", [option("Trier", true), option("trier", true)], true],
    ["in two gaps may be meant", "cloze", [option("Un", true, "a"), option("un", true, "b")], false],
    ["in the list of one gap are told", "cloze", [option("Un", true, "a"), option("un", false, "a")], true],
    ["to be written into a gap are two ways to write it", "cloze", [option("Un", true, "a"), option("un", true, "a")], false],
    ["both right to write are two ways to write it", "short", [option("réserve", true), option("reserve", true)], false],
    ["one right to write and one wrong are told", "short", [option("réserve", true), option("Reserve", false)], true],
  ] as const)("%s", (_, question, options, told) => {
    expect(hasTwinOptions({ question, options })).toBe(told);
  });
}); // prettier-ignore
