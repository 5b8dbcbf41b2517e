import type { DraftBlock } from "@twiza/contract";
import { type Standing, type TranslatedLesson, writeXliff } from "@twiza/exchange/xliff";
import { describe, expect, it } from "vitest";
import { textBlock } from "../studio.testing.ts";
import { fileName } from "./out.ts";
import { changesOf, proposed } from "./proposal.ts";

const picture = (alt: string, caption: string): DraftBlock => ({ kind: "picture", alt, caption });
const lessonOf = (
  source: Record<string, DraftBlock>,
  target: Record<string, DraftBlock> = {},
  standings: Record<string, Standing> = {},
): TranslatedLesson => {
  const keyed = (blocks: Record<string, DraftBlock>) =>
    Object.entries(blocks).map(([key, block]) => ({ key, block }));
  return {
    id: "les_1",
    sourceLanguage: "fr",
    targetLanguage: "en",
    source: keyed(source),
    target: keyed(target),
    standing: (key) => standings[key] ?? "missing",
  };
};
/** The file as a translator's program leaves it: a target behind every source, all of it done. */
const filled = (lesson: TranslatedLesson, words: (source: string) => string): Blob =>
  new Blob([
    writeXliff(lesson)
      .replaceAll(/<target>[^]*?<\/target>/g, "")
      .replaceAll(
        /<source>([^]*?)<\/source>/g,
        (source, inside: string) => `${source}<target>${words(inside)}</target>`,
      ) // prettier-ignore
      .replaceAll(/state="initial"(?: subState="[^"]*")?/g, 'state="translated"'),
  ]);
const upper = (words: string): string => words.toUpperCase();

describe("a translation comes back", () => {
  it("each block is written once, whole, and nothing else is", async () => {
    const lesson = lessonOf({ a: textBlock("un"), b: picture("deux", "trois"), c: textBlock("") });
    const { fresh, held, refused } = await proposed(filled(lesson, upper), lesson);
    expect([held, refused]).toEqual([[], []]);
    expect(changesOf(lesson, fresh)).toEqual({
      writes: [
        { key: "a", block: textBlock("UN") },
        { key: "b", block: picture("DEUX", "TROIS") },
      ],
      confirms: [],
    });
  });

  it("a block with one text of an older original is held with all its texts, so that none calls it done", async () => {
    const before = lessonOf({ a: textBlock("un"), b: picture("deux", "trois") });
    const file = filled(before, upper);
    const now = lessonOf({ a: textBlock("un"), b: picture("deux", "quatre") });
    const { fresh, held, older } = await proposed(file, now);
    expect(fresh.map(({ key }) => key)).toEqual(["a"]);
    expect(held.map(({ key, field }) => `${key}.${field}`)).toEqual(["b.alt", "b.caption"]);
    expect(older.map(({ where }) => where.key)).toEqual(["b"]);
    expect(changesOf(now, [...fresh, ...held]).writes).toHaveLength(2);
  });

  it("what is to be looked at and comes back said to be right is confirmed, and not written again", async () => {
    const lesson = lessonOf({ a: textBlock("un") }, { a: textBlock("UN") }, { a: "outdated" });
    const { fresh } = await proposed(filled(lesson, upper), lesson);
    expect(changesOf(lesson, fresh)).toEqual({ writes: [], confirms: ["a"] });
  });

  it("a file of another language is refused whole", async () => {
    const lesson = lessonOf({ a: textBlock("un") });
    const other = { ...lesson, targetLanguage: "ar" as const };
    await expect(proposed(filled(lesson, upper), other)).rejects.toMatchObject({
      code: "xliff.languages",
    });
  });
});

describe("the name of the file", () => {
  const tongues = { source: "fr", language: "zgh" } as const;
  it.each([
    ["is the lesson’s title with its languages", "Le prix juste", "Le prix juste-fr-zgh.xlf"],
    ["has no sign that a computer refuses", 'a/b\\c: "d"?', "a b c d-fr-zgh.xlf"],
    ["is there without a title", " . ", "lesson-fr-zgh.xlf"],
  ])("%s", (_, title, name) => {
    expect(fileName(title, tongues)).toBe(name);
  });
});
