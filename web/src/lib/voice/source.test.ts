import { describe, expect, it } from "vitest";
import { localLanguages, sourceOf } from "./source.ts";

const SPEAKS = ["ar", "fr"];

describe("what a place is spoken by", () => {
  it.each([
    // recorded, audio, text, what the phone speaks: source
    [true, "fr", "fr", SPEAKS, "recorded"],
    [true, "fr", "fr", [], "recorded"],
    [true, "shi", "fr", [], "recorded"],
    [true, "ar", "zgh", [], "recorded"],
    [false, "fr", "fr", SPEAKS, "local"],
    [false, "ar", "ar", SPEAKS, "local"],
    [false, "en", "en", SPEAKS, "voiceless"],
    [false, "fr", "fr", [], "voiceless"],
    // The phone could read the French, but French is not what she asked for.
    [false, "ar", "fr", SPEAKS, "unrecorded"],
    [false, "ary", "ar", SPEAKS, "unrecorded"],
    [false, "shi", "zgh", SPEAKS, "unrecorded"],
    [false, "tzm", "zgh", [...SPEAKS, "tzm", "zgh"], "unrecorded"],
    [false, "rif", "en", [], "unrecorded"],
  ] as const)("recorded %s, voice %s, text %s, phone %j: %s", (recorded, audio, text, locals, source) => {
    expect(sourceOf({ recorded, audio, text, locals })).toBe(source);
  }); // prettier-ignore
});

it("a voice that sends the text away is none of this phone", () => {
  const voice = (lang: string, localService: boolean) => ({ lang, localService });
  expect(
    localLanguages([voice("fr-FR", true), voice("ar_SA", true), voice("EN", true), voice("es-ES", false)]),
  ).toEqual(["fr", "ar", "en"]); // prettier-ignore
});
