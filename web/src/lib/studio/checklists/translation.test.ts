import type { DraftChecklist } from "@twiza/contract";
import { placesOf } from "@twiza/contract/checklist-places";
import { readXliff, withUnits, writeXliff } from "@twiza/exchange/xliff";
import fc from "fast-check";
import { expect, it } from "vitest";
import { translatedChecklists, withTranslation } from "./translation.ts";

const hex = (letter: string) => letter.repeat(32);
const tongues = { language: "ar", source: "fr" };
const courseId = `crs_${hex("1")}`;

/** What means something to XML, or to who reads it carelessly, among ordinary letters. */
const said = fc
  .array(fc.constantFrom(...Array.from("<>&\"'aéزⵜ🐝.!"), "]]>", " ", "Oui. Non."), {
    maxLength: 12,
  })
  .map((parts) => parts.join("").trim());
const inTwo = fc.record({ fr: said.filter(Boolean), ar: fc.option(said, { nil: undefined }) });
const checklists = fc
  .uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })
  .chain((letters) =>
    fc.tuple(
      ...letters.map((letter) =>
        fc.record({
          id: fc.constant(`chk_${hex(letter)}`),
          title: inTwo,
          task: inTwo,
          leastPercent: fc.constant(80),
          criteria: fc.uniqueArray(
            fc.record(
              { id: fc.constantFrom("a", "b-1", "c"), text: inTwo, sign: inTwo },
              { requiredKeys: ["id", "text"] },
            ),
            { selector: ({ id }) => id },
          ),
        }),
      ),
    ),
  )
  // Ids are checked by the contract; here they are only names.
  .map((all) => JSON.parse(JSON.stringify(all)) as DraftChecklist[]);

/** The file as a translator's program leaves it: a target behind every source, said to be right. */
const filled = (xml: string): string =>
  xml
    .replaceAll(/<target>[^]*?<\/target>/g, "")
    .replaceAll(/<source>([^]*?)<\/source>/g, (all, inside: string) => `${all}<target>${inside}</target>`)
    .replaceAll(/state="initial"(?: subState="[^"]*")?/g, 'state="final"'); // prettier-ignore

it("checklists go to a translator and come back: untouched they change nothing, translated each place has its own words", async () => {
  await fc.assert(
    fc.asyncProperty(checklists, async (all) => {
      const lesson = translatedChecklists(all, { courseId, tongues });
      const xml = writeXliff(lesson);
      const back = async (text: string) => {
        const { units } = await readXliff(text, lesson);
        return withTranslation(all, "ar", withUnits(lesson, units));
      };
      expect(await back(xml)).toEqual([]);
      const changed = new Map((await back(filled(xml))).map((each) => [each.id, each]));
      for (const checklist of all) {
        const now = changed.get(checklist.id) ?? checklist;
        const hasWords = (text: string | undefined): boolean => /[\p{L}\p{N}]/u.test(text ?? "");
        for (const { words } of placesOf(now))
          if (hasWords(words["fr"])) expect(words["ar"]).toBe(words["fr"]);
        const bare = (of: DraftChecklist) =>
          placesOf(of).map(({ key, words: { ar: _, ...rest } }) => [key, rest]);
        expect(bare(now)).toEqual(bare(checklist));
      }
    }),
    { numRuns: 200 },
  );
});
