import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asCompared, isLike, sameWords } from "./likeness.ts";

describe("what somebody wrote is taken", () => {
  it.each([
    ["without case and spaces", "  Le  PRIX ", "le prix"],
    ["without accents", "cooperative", "coopérative"],
    ["with another apostrophe", "l'huile", "l’huile"],
    ["with a point at the end", "réserve.", "réserve"],
    ["with another seat of hamza", "الانتاج", "الإنتاج"],
    ["with ha for ta marbuta", "التعاونيه", "التعاونية"],
    ["with tashkil", "كَتَبَ", "كتب"],
    ["stretched", "تعـــاونية", "تعاونية"],
    ["in letters of another keyboard", "کتاب تعاونی", "كتاب تعاوني"],
    ["in presentation forms", "\uFE97\uFECC\uFE8E\uFEED\uFEE7\uFEF4\uFE93", "تعاونية"],
    ["with Arabic figures", "١٢٠", "120"],
    ["with Persian figures", "۱۲۰", "120"],
    ["with the comma of Arabic numbers", "٢٫٥", "2,5"],
    ["with signs of direction", "\u202B\u2067نعم\u2069\u202C\u200F", "نعم"],
    ["with joiners that nobody sees", "a\u200Dr\u200Bg\u00ADan", "argan"],
    ["in wide letters", "ＡＲＧＡＮ", "argan"],
    ["where the answer is a sign alone", " ! ", "!"],
    ["in Tifinagh", "ⴰⵔⴳⴰⵏ", "ⴰⵔⴳⴰⵏ"],
  ])("%s", (_, written, words) => {
    expect(isLike(written, words)).toBe(true);
    expect(isLike(written, { fr: "autre chose", ar: words })).toBe(true);
  });

  it.each([
    ["nothing", "", ""],
    ["spaces", "  ", "argan"],
    ["signs that are not seen", "\u200F\u200B", "argan"],
    ["another figure", "12", "21"],
    ["another sign of a number", "5", "-5"],
    ["a part of it", "coop", "coopérative"],
    ["more than it", "la réserve", "réserve"],
    ["another mark alone", "?", "!"],
    ["an empty wish", "argan", {}],
  ])("not when it is %s", (_, written, words) => {
    expect(isLike(written, words)).toBe(false);
  });

  it("as itself, whatever it is, unless nothing of it is seen, and as much as the other is taken as it", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 });
    fc.assert(
      fc.property(text, text, (written, other) => {
        if (/[\p{L}\p{N}]/u.test(written) && asCompared(written) !== "")
          expect(isLike(`\u200F ${written} `, written)).toBe(true);
        expect(isLike(written, other)).toBe(isLike(other, written));
      }),
    );
  });
});

describe("two say the same", () => {
  it.each([
    ["in one language", "miel", "miel", true],
    ["in others", "miel", "lait", false],
    ["in each that both have", { fr: "miel", ar: "عسل" }, { fr: "miel" }, true],
    ["not where one of them differs", { fr: "miel", ar: "عسل" }, { fr: "miel", ar: "لبن" }, false],
    ["not where they share no language", { fr: "miel" }, { ar: "عسل" }, false],
    ["not in nothing", {}, {}, false],
  ])("%s", (_, one, other, same) => {
    expect(sameWords(one, other)).toBe(same);
    expect(sameWords(other, one)).toBe(same);
  });
});
