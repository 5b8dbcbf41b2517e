import { describe, expect, it } from "vitest";
import { divideIn, sentencesOf } from "./sentence.ts";

/** A language, and a text with a bar where it is cut. */
const CASES: readonly [string, string][] = [
  ["fr", "Un membre, une voix.| Riche ou pauvre !| Et toi ?"],
  ["fr", "Les parts coûtent 1.200,50 DH.| C’est peu."],
  ["fr", "L’art. 5 de la loi le dit.| Voir aussi art. 12 et p. 7."],
  ["fr", "La loi n° 112-12, art. 3, al. 2.| Elle compte."],
  ["fr", "Mme. Aïcha et M. Lahcen vendent, p. ex. du miel.| Rien d’autre."],
  ["fr", "C’est un art.| Puis on vend."],
  ["fr", "Elle a payé 15.| Lui, 20."],
  ["fr", "1. Peser le sel.| 2. Le vendre."],
  ["fr", "« Tu viens ? »| Elle vient."],
  ["fr", "Elle appartient aux membres ;| elle est dirigée par eux ;|\nelle sert leurs besoins."],
  ["fr", "Une ligne sans point|\nUne autre"],
  ["ar", "هل يوزن الملح؟| نعم يوزن.| بكم؟"],
  ["ar", "يملكها أعضاؤها؛| يسيرها أعضاؤها.| لكل عضو صوت!"],
  ["ar", "ثمنه 1.200,50 درهم.| وهذا كثير."],
  ["ar", "القانون رقم 112.12 الصادر في 2014.| م. 5 منه."],
  ["zgh", "ⴰⵣⵓⵍ.| ⵎⵏⵛⴽ ⴰⵢⴷ ⵜⴳⴰ?| 1 200,00 ⴷⵔⵀⵎ."],
  ["en", "No. Then she left.".replace("No. ", "No.| ")],
  ["en", "See no. 5 and p. 7 of it.| Dr. Alami wrote it, e.g. last year."],
  ["en", "It costs 1,200.50 DH.| Is it much?| No."],
];

const cut = (text: string, divide?: Parameters<typeof sentencesOf>[1]): string[] =>
  sentencesOf(text, divide).map(({ from, to }) => text.slice(from, to));

describe.each([
  ["by the rules of Unicode", divideIn],
  ["by punctuation alone", () => undefined],
])("a text is cut %s", (_, divideFor) => {
  it.each(CASES)("where a speaker of %s breathes: %s", (language, marked) => {
    const wanted = marked.split("|").map((piece) => piece.trim());
    expect(cut(marked.replaceAll("|", ""), divideFor(language))).toEqual(wanted);
  });

  it("into nothing when nothing is to be said", () => {
    for (const silent of ["", "  \n ", "— … !", "؛؛"])
      expect(cut(silent, divideFor("fr"))).toEqual([]);
  });
});

it("no word is lost between two sentences, and their places are those of the text", () => {
  for (const [language, marked] of CASES) {
    const text = ` ${marked.replaceAll("|", "")}\n`;
    const spans = sentencesOf(text, divideIn(language));
    const left = spans.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text); // prettier-ignore
    expect(left.trim()).toBe("");
  }
});

it("a browser without a segmenter divides by no rules of a language", () => {
  expect(divideIn("fr", {})).toBeUndefined();
});
