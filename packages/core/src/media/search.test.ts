import { LibraryItem } from "@twiza/contract";
import { expect, it } from "vitest";
import { matching } from "./search.ts";

const item = LibraryItem.parse({
  id: `med_${"1".repeat(32)}`,
  kind: "picture",
  media: { hash: "a".repeat(64), type: "image/webp", bytes: 10 },
  bytesBefore: 20,
  name: "Marché d’Azrou.jpg",
  description: { kind: "words", alt: { ar: "إِمْرَأَةٌ تَزِنُ الـزيت", zgh: "ⵜⴰⵎⵖⴰⵔⵜ" } },
  byName: "Zineb Amrani",
  at: "2026-03-01T00:00:00.000Z",
  width: 1,
  height: 1,
});

it.each([
  [{}, true],
  [{ words: "" }, true],
  [{ words: "marche" }, true],
  [{ words: "AZROU marché" }, true],
  [{ words: "azrou fès" }, false],
  [{ words: "امراه" }, false],
  [{ words: "امرأة الزيت" }, true],
  [{ words: "ⵎⵖⴰⵔ" }, true],
  [{ words: "zineb" }, true],
  [{ kind: "picture", words: "azrou" }, true],
  [{ kind: "audio", words: "azrou" }, false],
] as const)("%j finds the woman who weighs oil: %s", (asked, isFound) => {
  expect(matching(asked)(item)).toBe(isFound);
});
