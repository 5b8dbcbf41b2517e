import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Caption, CAPTION_LIMITS, captionsIn, millisecondsOf, vttOf } from "./captions.ts";

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: CAPTION_LIMITS.text })
  .map((written) => written.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, " ").trim())
  .filter((written) => written !== "");
const captions = fc
  .array(
    fc
      .record({ from: fc.nat(7_200_000), lasts: fc.integer({ min: 1, max: 9000 }), text })
      .map((one): Caption => ({ from: one.from, to: one.from + one.lasts, text: one.text })),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.toSorted((a, b) => a.from - b.from));

describe("captions as a file", () => {
  it("come back as they went, whatever is written in them", () => {
    fc.assert(
      fc.property(captions, (all) => {
        expect(captionsIn(vttOf(all))).toEqual(all);
      }),
    );
    for (const odd of ["a --> b", "<b>", "&amp;", "&#58;", ":::", "WEBVTT", "NOTE x", "1"]) {
      const one = [{ from: 0, to: 1, text: odd }];
      expect(captionsIn(vttOf(one))).toEqual(one);
    }
  });

  it("is one that every player reads", () => {
    const one = { from: 62_500, to: 65_000, text: "Sel & miel < 5" };
    expect(vttOf([one])).toBe("WEBVTT\n\n00:01:02.500 --> 00:01:05.000\nSel &amp; miel &lt; 5\n");
  });

  it("of other programs are read too: numbers, styles, notes, settings and lines that are broken", () => {
    const file =
      "\uFEFFWEBVTT - x\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnothing\n\n2\n01:05.000 --> 01:07.000 align:start line:0\n<v Fatima>Le <i>sel</i>\n\n\n1\r\n00:00:01,250 --> 00:00:02,000\r\nDeux\r\nlignes";
    expect(captionsIn(file)).toEqual([
      { from: 1250, to: 2000, text: "Deux lignes" },
      { from: 65_000, to: 67_000, text: "Le sel" },
    ]);
  });

  it.each([
    "",
    "WEBVTT\n",
    "<!doctype html>",
    "WEBVTT\n\n00:02.000 --> 00:01.000\nx",
    "a --> b\nx",
  ])("are not in %j", (file) => expect(captionsIn(file)).toBeUndefined());
});

it.each([
  ["1:02.5", 62_500],
  ["62", 62_000],
  ["00:01:02,500", 62_500],
  [" 0:00.040 ", 40],
  ["", undefined],
  ["1:2:3:4", undefined],
  ["un", undefined],
  ["-1", undefined],
])("somebody who writes %j means %j milliseconds", (written, milliseconds) => {
  expect(millisecondsOf(written)).toBe(milliseconds);
});
