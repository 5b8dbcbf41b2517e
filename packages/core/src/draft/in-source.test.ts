import { type ContentLanguage, LANGUAGES } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inSource, markInSource } from "./in-source.ts";
import { isSaid, type Mark } from "./place.ts";
import { stateOf } from "./standing.ts";
import { lesson } from "./testing/lesson.ts";

const states = (mark: Mark, source: ContentLanguage): string =>
  LANGUAGES.map((language) => stateOf(mark, { language, source })).join(" ");

describe("a place in a course of another language", () => {
  // In the order of the languages: ar, fr, zgh, en.
  it.each<[string, Mark, string, string]>([
    ["all up to date stays so", { rev: 3, against: { ar: 3, en: 3 } }, "done done missing done", "done done missing done"],
    ["an outdated translation stays outdated", { rev: 3, against: { ar: 3, en: 1 } }, "done done missing outdated", "done done missing outdated"],
    ["of an outdated translation all others are older", { rev: 3, against: { ar: 1, en: 3 } }, "outdated done missing done", "done outdated missing outdated"],
    ["without words in its language it must be written", { rev: 3, against: { en: 3 } }, "missing done missing done", "missing done missing done"],
    ["what says nothing says nothing", { rev: 0, against: {} }, "missing missing missing missing", "missing missing missing missing"],
  ])("%s", (_, mark, inFrench, inArabic) => {
    expect(states(mark, "fr")).toBe(inFrench);
    expect(states(markInSource(mark, { from: "fr", to: "ar" }), "ar")).toBe(inArabic);
  }); // prettier-ignore

  const written = [...LANGUAGES, "wo", "ha-Arab"];
  const language = fc.constantFrom(...written);
  const rev = fc.nat(3);
  const mark = fc.record({
    rev,
    against: fc.record({ ar: rev, zgh: rev, en: rev, wo: rev, "ha-Arab": rev }, { requiredKeys: [] }).map((it) => ({ ...it })), // prettier-ignore
  });
  it("keeps the words of every language, whichever becomes the source", () => {
    fc.assert(
      fc.property(mark, language, (before, to) => {
        const after = markInSource(before, { from: "fr", to });
        for (const each of written)
          expect(isSaid(after, { language: each, source: to })).toBe(
            isSaid(before, { language: each, source: "fr" }),
          );
      }),
    );
  });
});

it("a lesson keeps the order and kinds of its places", () => {
  const before = lesson("salt oil", { titlePlace: { rev: 2, against: { ar: 2 } } });
  const after = inSource(before, { from: "fr", to: "ar" });
  expect(after.places.map(({ key, kind }) => [key, kind])).toEqual([["salt", "text"], ["oil", "text"]]); // prettier-ignore
  expect(after.titlePlace).toEqual({ rev: 2, against: { fr: 2 } });
  expect(inSource(before, { from: "fr", to: "fr" })).toEqual(before);
});
