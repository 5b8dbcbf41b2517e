import { CONTENT_LANGUAGE, directionOf, isLanguage } from "@twiza/contract/where";
import { expect, it } from "vitest";
import { readCode } from "./code.ts";
import { KNOWN } from "./known.ts";

const WOLOF = { language: "wo", name: "Wolof" };
const read = (code: string, name = "Wolof") => readCode({ code, name }, [WOLOF]);

it.each([
  ["ha", "ha"],
  [" BM ", "bm"],
  ["bam", "bm"],
  ["HA_arab", "ha-Arab"],
  ["pt-br", "pt-BR"],
  ["ff-adlm-gn", "ff-Adlm-GN"],
])("%j is kept as %s, so that no language is there twice", (code, language) => {
  expect(read(code)).toEqual({ language });
});

it.each([
  ["", "malformed"],
  ["h", "malformed"],
  ["hausa", "malformed"],
  ["ha-", "malformed"],
  ["ha arab", "malformed"],
  ["ha-x-us", "malformed"],
  ["fr", "ours"],
  ["ara", "ours"],
  ["ZGH", "ours"],
  ["wo", "there"],
  ["wol", "there"],
] as const)("%j is %s", (code, fault) => {
  expect(read(code)).toEqual({ fault });
});

it.each([
  ["mey", "الحسانية", "mey"],
  ["ha-NE", "هَوْسَ", "ha-Arab-NE"],
  ["ff", "𞤆𞤵𞤤𞤢𞥄𞤪", "ff-Adlm"],
  ["ary", "الدارجة", "ary"],
  ["ha-Latn", "هَوْسَ", "ha-Latn"],
  ["wo", "ولوفل", "wo-Arab"],
])("%s of the name %s is kept as %s, so that it runs as its name does", (code, name, language) => {
  expect(read(code, name)).toEqual({ language });
});

it("what is offered is spelt as it is kept, once, runs as its name does and is none of ours", () => {
  const codes = KNOWN.map(({ language }) => language);
  expect(codes.length).toBeGreaterThan(40);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter(isLanguage)).toEqual([]);
  const known = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  for (const { language, name } of KNOWN) {
    expect(readCode({ code: language, name }, [])).toEqual({ language });
    expect(language).toMatch(CONTENT_LANGUAGE);
    const isArabic = /[\p{Script=Arabic}\p{Script=Adlam}\p{Script=Nko}]/u.test(name);
    expect([language, directionOf(language)]).toEqual([language, isArabic ? "rtl" : "ltr"]);
    if (language !== "mey") expect(known.of(language), language).toBeDefined();
  }
});
