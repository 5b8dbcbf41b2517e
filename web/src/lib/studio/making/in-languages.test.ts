import { Item } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { isWholeIn, itemsIn, nameIn, onlyIn } from "./in-languages.ts";

const item = (prompt: object, more: object = {}): Item =>
  Item.parse({
    id: `itm_${"0".repeat(32)}`,
    question: "choice",
    prompt,
    options: [
      { id: "a", text: { fr: "Oui", wo: "Waaw" }, right: true, feedback: { wo: "Baax na" } },
      { id: "b", text: { fr: "Non", ha: "A'a" }, right: false },
    ],
    ...more,
  });

describe("what goes out of a course", () => {
  it("is in the languages that it is written in, and in none that it is not written in any more", () => {
    expect(onlyIn({ fr: "Le sel", wo: "Xorom" }, ["ar", "fr"])).toEqual({ fr: "Le sel" });
    const [first] = itemsIn([item({ fr: "Vrai ?", wo: "Dëgg la?" }, { feedback: { ha: "E" } })], ["fr", "wo"]); // prettier-ignore
    expect(first).toMatchObject({
      prompt: { fr: "Vrai ?", wo: "Dëgg la?" },
      options: [
        { text: { fr: "Oui", wo: "Waaw" }, feedback: { wo: "Baax na" } },
        { text: { fr: "Non" } },
      ],
    });
    expect(first).not.toHaveProperty("feedback");
    expect(Item.parse(first)).toEqual(first);
    expect(itemsIn([item({ fr: "Vrai ?" })], ["fr"])[0]?.options[0]).not.toHaveProperty("feedback");
  });

  it("what belongs together, hints and pictures are in these languages too", () => {
    const media = { hash: "a".repeat(64), type: "image/webp", bytes: 9 };
    const options = ["a", "b"].map((id) => ({ id, text: { fr: id, ha: id }, right: true, pair: { fr: "x", ha: "x" } })); // prettier-ignore
    const more = { question: "match", options, hint: { ha: "E" }, picture: { media, alt: { fr: "Un étal", ha: "E" } } }; // prettier-ignore
    const both = item({ fr: "Reliez.", ha: "E" }, more);
    const [first] = itemsIn([both], ["fr"]);
    expect(JSON.stringify(first)).not.toContain('"ha"');
    expect(Item.parse(first)).toEqual(first);
    expect(first).toMatchObject({ options: [{ pair: { fr: "x" } }, {}], picture: { alt: { fr: "Un étal" } } }); // prettier-ignore
    expect(isWholeIn(both, "fr")).toBe(true);
    const half = item({ fr: "Reliez." }, { ...more, options: options.map((each) => ({ ...each, pair: { ha: "x" } })) }); // prettier-ignore
    expect(isWholeIn(half, "fr")).toBe(false);
    expect(itemsIn([half], ["fr"])).toEqual([]);
  });

  it("has a name, be it one of a language that the course is not written in any more", () => {
    const title = { fr: "Le sel", wo: "Xorom" };
    expect(nameIn(title, ["ar", "fr"], "fr")).toEqual({ fr: "Le sel" });
    expect(nameIn({ wo: "Xorom" }, ["ar", "fr"], "fr")).toEqual({ fr: "Xorom" });
  });

  it("is no question that asks or offers what none of them says; one that is half translated goes", () => {
    expect(itemsIn([item({ ha: "Gaskiya?" })], ["fr", "wo"])).toEqual([]);
    expect(itemsIn([item({ fr: "Vrai ?" })], ["wo"])).toEqual([]);
    expect(itemsIn([item({ wo: "Dëgg la?" })], ["fr", "wo"])).toHaveLength(1);
  });

  it("is whole in a language where all that is asked is there", () => {
    const both = item({ fr: "Vrai ?", wo: "Dëgg la?" });
    expect(["fr", "wo", "ar"].map((language) => isWholeIn(both, language))).toEqual([true, false, false]); // prettier-ignore
  });
});
