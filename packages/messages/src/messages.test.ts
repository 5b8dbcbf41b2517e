import { describe, expect, it } from "vitest";
import { REFUSALS } from "@twiza/contract/where";
import { areasIn, readArea } from "../compile.ts";
import { faultsOf } from "./faults.ts";
import { parseArea, type Area } from "./source.ts";

const home = new URL("../", import.meta.url);
const areas = areasIn(home);

/** An area of one key, given in each language. */
const area = (texts: { ar: string; fr: string; zgh: string; en: string }): Area =>
  parseArea((language) => ({ key: texts[language] }));
const sound = { ar: "مرحبا {name}", fr: "Bonjour {name}", zgh: "ⴰⵣⵓⵍ {name}", en: "Hello {name}" };

describe("the messages", () => {
  it.each(areas)("of %s say the same things in all four languages", (name) => {
    expect(faultsOf(readArea(home, name))).toEqual([]);
  });

  it("have a sentence and a way to mend it for every refusal, and for a bug", () => {
    const { en } = readArea(home, "refusal");
    const wanted = [...Object.keys(REFUSALS), "internal"].flatMap((code) => [code, `${code}.mend`]);
    expect(wanted.filter((key) => !en.has(key))).toEqual([]);
  });

  it("of the site never use one key twice, since a page joins them", () => {
    const keys = ["lesson", "components", "learner", "office", "voice"].flatMap((name) => [
      ...readArea(home, name).en.keys(),
    ]);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });
});

describe("a French sentence", () => {
  const written = (fr: string): unknown => area({ ...sound, fr }).fr.get("key")?.[0];

  it("keeps its colon, its question mark and its quotation marks on the line of their words", () => {
    const content = "Qui\u00A0? «\u00A0Moi\u00A0», dit-il\u00A0; et puis\u00A0: allez\u00A0! ";
    expect(written("Qui ? « Moi », dit-il ; et puis : allez ! {name}")).toMatchObject({
      type: "content",
      value: content,
    });
  });
});

describe("the faults that stop an area", () => {
  it("are none in a sound one", () => {
    expect(faultsOf(area(sound))).toEqual([]);
  });

  it("name a key that one language lacks", () => {
    const lacking = parseArea((language) => (language === "zgh" ? {} : { key: "نعم oui" }));
    expect(faultsOf(lacking)).toContain("zgh key: missing");
  });

  it("name an argument that one language forgot", () => {
    expect(faultsOf(area({ ...sound, fr: "Bonjour" }))[0]).toMatch(/^fr key: \{name\} is absent/);
  });

  it("name an empty sentence, and Latin letters in Tamazight outside placeholders", () => {
    expect(faultsOf(area({ ar: " ", fr: "a", zgh: "ⴰ", en: "a" }))).toEqual(["ar key: empty"]);
    expect(faultsOf(area({ ...sound, zgh: "azul {name}" }))).toEqual(["zgh key: Latin letters"]);
  });

  it("name the forms that an Arabic count lacks", () => {
    const forms = (words: string): string => `{count, plural, ${words}}`;
    const french = forms("one {# a} other {# b}");
    const given = { fr: french, en: french, zgh: forms("one {# ⴰ} other {# ⴱ}") };
    const two = area({ ...given, ar: forms("one {# درس} other {# دروس}") });
    expect(faultsOf(two)).toEqual(
      ["zero", "two", "few", "many"].map((form) => `ar key: plural without ${form}`),
    );
    const all = forms("=0 {لا} one {ا} two {ا} few {ا} many {ا} other {ا}");
    expect(faultsOf(area({ ...given, ar: all }))).toEqual([]);
  });
});
