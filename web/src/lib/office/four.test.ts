import { expect, it } from "vitest";
import { fourOf, isBlank, localizedOf, sameFour } from "./four.ts";

it("a text comes back from its four fields as it was", () => {
  const text = { ar: "الجودة", fr: "La qualité" };
  expect(localizedOf(fourOf(text))).toEqual(text);
  expect(localizedOf(fourOf({ ...text, wo: "Baax gi" }))).toEqual({ ...text, wo: "Baax gi" });
});

it("spaces alone are no text", () => {
  expect(localizedOf({ ...fourOf(), fr: "  ", en: " Quality " })).toEqual({ en: "Quality" });
  expect(isBlank({ ...fourOf(), fr: "  " })).toBe(true);
  expect(isBlank(fourOf({ zgh: "ⵜⴰⵖⴰⵔⴰ" }))).toBe(false);
});

it("a changed letter in one language is a change", () => {
  expect(sameFour(fourOf({ fr: "a" }), fourOf({ fr: "a" }))).toBe(true);
  expect(sameFour(fourOf({ fr: "a" }), fourOf({ fr: "b" }))).toBe(false);
  expect(sameFour(fourOf({ fr: "a", wo: "b" }), fourOf({ fr: "a" }))).toBe(false);
  expect(sameFour({ ...fourOf(), wo: "" }, fourOf())).toBe(true);
});
