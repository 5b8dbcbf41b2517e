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
