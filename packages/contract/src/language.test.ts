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
  languagesWith,
} from "./language.ts";
import { CONTENT_LANGUAGE } from "./language-limits.ts";

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

describe("a language that an organisation added", () => {
  it("is read where it is written, before the language of the app", () => {
    const text = { fr: "FR", wo: "WO" };
    expect(inLanguage(text, "fr", "wo")).toEqual({ text: "WO", language: "wo" });
    expect(inLanguage({ fr: "FR" }, "fr", "wo")).toEqual({ text: "FR", language: "fr" });
    expect(inLanguage(text, "ar", "ha")).toEqual({ text: "FR", language: "fr" });
  });

  it("is read when there is nothing else", () => {
    expect(inLanguage({ wo: "WO" }, "ar")).toEqual({ text: "WO", language: "wo" });
    expect(inLanguage({}, "ar", "wo")).toEqual({ text: "", language: "ar" });
  });

  it.each(["wo", "ha", "kab", "shi-Latn", "ha-Arab", "pt-BR", "es-419", "ff-Adlm-GN"])(
    "is called %s",
    (tag) => {
      expect(CONTENT_LANGUAGE.test(tag)).toBe(true);
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    },
  );

  it.each(["", "a", "wolof", "WO", "wo_SN", "wo-sn", "wo-", "wo-Latn-", "x-wo", "wo#", "wo/../ar"])(
    "is not called %j",
    (tag) => expect(CONTENT_LANGUAGE.test(tag)).toBe(false),
  );

  it.each(["ha-Arab", "ff-Adlm", "nqo", "mey", "ur", "ary", "ar-MA"])(
    "%s runs from right to left",
    (tag) => expect(directionOf(tag)).toBe("rtl"),
  );

  it.each(["wo", "ha", "ff", "shi-Latn", "ar-Latn", "arn", "sh"])(
    "%s runs from left to right",
    (tag) => expect(directionOf(tag)).toBe("ltr"),
  );

  it("comes behind ours", () => {
    expect(languagesWith([{ language: "wo", name: "Wolof" }])).toEqual([...LANGUAGES, "wo"]);
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

  it.each([
    // text, app, what is recorded: voice
    ["wo", "fr", ["ar", "fr"], "fr"],
    ["wo", "zgh", ["shi", "fr"], "shi"],
    ["wo", "en", [], "en"],
    ["shi-Latn", "fr", ["fr", "shi"], "shi"],
    ["shi-Latn", "fr", ["fr"], "fr"],
    ["ary", "ar", ["ar", "ary"], "ary"],
  ] as const)(
    "of a text in %s, the app in %s, with %j recorded, is %s",
    (text, app, all, voice) => {
      const isRecorded = (one: string): boolean => all.some((each) => each === one);
      expect(audioLanguageFor(text, isRecorded, app)).toBe(voice);
    },
  );

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
