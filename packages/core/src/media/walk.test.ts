import type { Media } from "@twiza/contract";
import { expect, it } from "vitest";
import { mediaIn, withOther } from "./walk.ts";

const media = (digit: string, type: Media["type"] = "image/webp"): Media => ({
  hash: digit.repeat(64) as Media["hash"],
  type,
  bytes: 10,
});
const [a, b] = [media("a"), media("b")];
const sound = media("c", "audio/ogg");

it("finds pictures and recordings wherever a block has them, and nothing else that has a hash", () => {
  expect(mediaIn({ kind: "picture", media: a, alt: "" })).toEqual([a]);
  expect(
    mediaIn({ kind: "gallery", pictures: [{ media: a }, { media: b }, { media: a }] }),
  ).toEqual([a, b, a]);
  expect(mediaIn({ kind: "text", doc: { hash: "of what", type: "doc" } })).toEqual([]);
  expect(mediaIn(null)).toEqual([]);
  expect(mediaIn("hash")).toEqual([]);
});

it("puts another in the place of one alone, and leaves the rest as it is", () => {
  const gallery = {
    kind: "gallery",
    pictures: [
      { media: a, alt: "x" },
      { media: b, alt: "y" },
    ],
  };
  const other = media("d");
  expect(withOther(gallery, a.hash, { media: other })).toEqual({
    kind: "gallery",
    pictures: [
      { media: other, alt: "x" },
      { media: b, alt: "y" },
    ],
  });
  expect(withOther(gallery, sound.hash, { media: other })).toBe(gallery);
});

it("a recording comes with its own length", () => {
  const block = { kind: "audio", media: sound, seconds: 9, transcript: "" };
  const other = media("d", "audio/ogg");
  expect(withOther(block, sound.hash, { media: other, seconds: 4 })).toEqual({
    ...block,
    media: other,
    seconds: 4,
  });
});
