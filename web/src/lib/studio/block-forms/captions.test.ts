import { expect, it } from "vitest";
import { broughtCaptions, captionAt, timeOf, withCaption } from "./captions.ts";

const said = [
  { from: 0, to: 2000, text: "Bonjour" },
  { from: 4000, to: 6000, text: "Le miel" },
];

it.each([
  [0, "0:00"],
  [62_500, "1:02.5"],
  [599_040, "9:59.04"],
])("%d milliseconds are written %s", (milliseconds, written) => {
  expect(timeOf(milliseconds)).toBe(written);
});

it("one that is added stands where its time is, ends what still stood there, and ends before the next", () => {
  expect(withCaption(said, 1500)).toEqual({
    at: 1,
    captions: [{ ...said[0], to: 1500 }, { from: 1500, to: 4000, text: "" }, said[1]],
  });
  expect(withCaption([], 500)).toEqual({ at: 0, captions: [{ from: 500, to: 3500, text: "" }] });
});

it("what stands under the pictures is told to the millisecond", () => {
  expect([0, 1999, 2000, 4000].map((at) => captionAt(said, at)?.text)).toEqual([
    "Bonjour",
    "Bonjour",
    undefined,
    "Le miel",
  ]);
});

it("a file of another program comes in, and says when something of it had to go", () => {
  const srt = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Salam</i>\r\nMina &amp; Ali\r\n";
  expect(broughtCaptions(srt)).toEqual({
    captions: [{ from: 1000, to: 2500, text: "Salam Mina & Ali" }],
    less: false,
  });
  const long = `WEBVTT\n\n00:01.000 --> 00:02.000\n${"é".repeat(121)}\n`;
  expect(broughtCaptions(long)).toMatchObject({
    captions: [{ text: "é".repeat(120) }],
    less: true,
  });
  expect(broughtCaptions("<!doctype html>")).toBeUndefined();
});
