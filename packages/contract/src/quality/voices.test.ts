import { expect, it } from "vitest";
import type { AudioLanguage, Language } from "../language.ts";
import { lessonId } from "./testing/lesson.ts";
import { isSpoken, unheard } from "./voices.ts";

it.each<[string, Language[], AudioLanguage[], AudioLanguage[], Language[]]>([
  ["nobody reads Tamazight in it", ["fr", "ar"], [], [], []],
  ["it is read in Tamazight and nobody speaks it", ["fr", "zgh"], [], [], ["zgh"]],
  ["one of the Amazigh voices speaks it", ["fr", "zgh"], ["rif"], ["rif"], []],
  ["Darija speaks for who hears no Amazigh voice", ["zgh", "ar"], ["ary"], ["ary"], []],
  ["others of its course are spoken in Arabic", ["fr", "ar"], [], ["ar"], ["ar"]],
  ["others are spoken in Darija", ["ar"], [], ["ary"], ["ar"]],
  ["others are spoken in a language that it has not", ["ar"], [], ["en"], []],
])("a voice is missed where it should be: %s", (_, written, recorded, elsewhere, languages) => {
  const found = unheard({ lessonId, written, recorded, elsewhere });
  expect(found.map(({ language }) => language)).toEqual(languages);
});

it.each([
  ["fr", [], true],
  ["ar", ["ary"], true],
  ["zgh", [], false],
  ["zgh", ["shi"], true],
  ["wo", ["fr"], false],
] as const)("who reads %s with recordings in %j hears answers without words: %s", (text, recorded, is) => {
  expect(isSpoken(text, [...recorded])).toBe(is);
}); // prettier-ignore
