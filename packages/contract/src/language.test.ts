import { describe, expect, expectTypeOf, it } from "vitest";
import {
  AUDIO_LANGUAGE_NAMES,
  AUDIO_LANGUAGES,
  audioLanguageFor,
  directionOf,
  isAudioLanguage,
  inLanguage,
  isLanguage,
  type Language,
  LANGUAGES,
} from "./language.ts";

const ALL = { ar: "AR", fr: "FR", zgh: "ZGH", en: "EN" };

describe("the text a reader gets", () => {
  it.each(LANGUAGES)("is in %s when that is written", (language) => {
    expect(inLanguage(ALL, language)).toEqual({ text: ALL[language], language });
  });

  it.each([
    ["zgh", ["ar", "fr", "en"]],
    ["ar", ["fr", "en", "zgh"]],
    ["fr", ["ar", "en", "zgh"]],
    ["en", ["fr", "ar", "zgh"]],
  ] as const)("falls back from %s to %j, and says which it is", (language, order) => {
    let left: Partial<Record<Language, string | undefined>> = { ...ALL, [language]: undefined };
    for (const next of order) {
      expect(inLanguage(left, language)).toEqual({ text: ALL[next], language: next });
      left = { ...left, [next]: undefined };
    }
    expect(inLanguage(left, language)).toEqual({ text: "", language });
  });

  it("takes an empty translation for none", () => {
    expect(inLanguage({ zgh: "", ar: undefined, fr: "FR" }, "zgh")).toEqual({
      text: "FR",
      language: "fr",
    });
  });
});

it("only what is written in Arabic letters runs from right to left", () => {
  expect(LANGUAGES.filter((language) => directionOf(language) === "rtl")).toEqual(["ar"]);
  expect(AUDIO_LANGUAGES.filter((language) => directionOf(language) === "rtl")).toEqual([
    "ary",
    "ar",
  ]);
});

it("an audio language is one of ours, whatever else comes", () => {
  expect(AUDIO_LANGUAGES.every(isAudioLanguage)).toBe(true);
  for (const odd of ["zgh", "ARY", "", "__proto__", "toString"])
    expect(isAudioLanguage(odd)).toBe(false);
});

describe("the voice a reader gets without choosing", () => {
  it.each([
    ["fr", [], "fr"],
    ["fr", ["ar", "fr"], "fr"],
    // What she did not ask for is not put in the mouth of her own text.
    ["fr", ["ar", "en"], "fr"],
    ["ar", ["ary", "ar"], "ar"],
    ["ar", ["ary", "fr"], "ary"],
    ["ar", [], "ar"],
    ["zgh", [], "shi"],
    ["zgh", ["ar", "fr", "rif"], "rif"],
    ["zgh", ["ar", "fr"], "ar"],
    ["zgh", ["fr", "en"], "shi"],
    ["en", ["fr"], "en"],
  ] as const)("reading %s where %j are recorded is %s", (text, recorded, voice) => {
    const isRecorded = (language: string) => recorded.some((one) => one === language);
    expect(audioLanguageFor(text, isRecorded)).toBe(voice);
  });

  it("has a name in letters of its own", () => {
    for (const language of AUDIO_LANGUAGES)
      expect(AUDIO_LANGUAGE_NAMES[language]).toMatch(
        /^(?:[\p{Script=Arabic}]+|[\p{Script=Tifinagh} ]+|[\p{Script=Latin}]+)$/u,
      );
  });
});

it("a language is one of ours, whatever else comes", () => {
  expect(LANGUAGES.every(isLanguage)).toBe(true);
  for (const odd of ["de", "AR", "fr-MA", "", "__proto__", undefined, null, 0, ["ar"]])
    expect(isLanguage(odd)).toBe(false);
  expectTypeOf(isLanguage).guards.toEqualTypeOf<Language>();
});
