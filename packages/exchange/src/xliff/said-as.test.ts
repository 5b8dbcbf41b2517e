import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writtenBlock } from "../testing/written.ts";
import { readXliff, type TranslatedLesson, writeXliff } from "./index.ts";
import { isSaidAs } from "./said-as.ts";

const tags = ["ar", "fr", "zgh", "wo", "ha", "ha-Arab", "ff", "ff-Adlm", "shi", "shi-Latn", "mey", "pt-BR"]; // prettier-ignore

describe("the languages of a translator's file", () => {
  it.each(tags)("%s is itself, also in other letters, and no other of these", (tag) => {
    for (const said of [tag, tag.toLowerCase(), tag.toUpperCase()])
      expect(tags.filter((language) => isSaidAs(said, language))).toEqual([tag]);
  });

  it.each([
    ["fr-MA", "fr"],
    ["zgh-Tfng", "zgh"],
    ["zgh-Tfng-MA", "zgh"],
    ["ha-Arab-NG", "ha-Arab"],
    ["wo-Latn-SN", "wo"],
  ])("%s says more of %s", (said, language) => expect(isSaidAs(said, language)).toBe(true));

  it.each([
    ["shi-Tfng", "shi-Latn"],
    ["pt-PT", "pt-BR"],
    ["ary", "ar"],
    ["", "wo"],
    ["wo_SN", "wo"],
    ["../wo", "wo"],
  ])("%j is not %s", (said, language) => expect(isSaidAs(said, language)).toBe(false));

  const keyed = fc.array(writtenBlock, { maxLength: 3 }).map((blocks) => blocks.map((block, at) => ({ key: `b${at}`, block }))); // prettier-ignore
  const pair = fc.shuffledSubarray(tags, { minLength: 2, maxLength: 2 });
  it("a lesson in whichever two goes out under their tags, and comes back as it went", async () => {
    await fc.assert(
      fc.asyncProperty(pair, keyed, keyed, async (languages, source, target) => {
        const [sourceLanguage = "", targetLanguage = ""] = languages;
        const lesson: TranslatedLesson = { id: "les_1", sourceLanguage, targetLanguage, source, target }; // prettier-ignore
        const xml = writeXliff(lesson);
        expect(xml).toContain(` srcLang="${sourceLanguage}" trgLang="${targetLanguage}"`);
        expect(await readXliff(xml, lesson)).toMatchObject({ units: [], report: [] });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
