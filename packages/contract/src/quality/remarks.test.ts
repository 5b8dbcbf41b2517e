import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Media } from "../block.ts";
import { DraftBlock } from "../draft-block.ts";
import type { Language } from "../language.ts";
import { remarksOn } from "./remarks.ts";
import { easy, lessonId, site, text, words } from "./testing/lesson.ts";

const media = (bytes: number) => Media.parse({ hash: "a".repeat(64), type: "image/webp", bytes });
const picture = (bytes: number): DraftBlock => ({ kind: "picture", alt: "Une balance", media: media(bytes) }); // prettier-ignore
const question = (...texts: string[]): DraftBlock => ({
  kind: "question",
  question: "choice",
  prompt: text("Combien ?").doc,
  options: texts.map((answer, at) => ({ id: `o${at}`, text: answer, right: at === 0 })),
});
const sound = Media.parse({ hash: "b".repeat(64), type: "audio/ogg", bytes: 9 });
const video = (bytes: number, more: object): DraftBlock => ({
  ...{ kind: "video", media: Media.parse({ ...media(bytes), type: "video/mp4" }), seconds: 60 },
  ...{ title: "Trier", transcript: easy(20), captions: [], ...more },
});
const captions = [{ from: 0, to: 1000, text: "Un." }];
const codes = (block: DraftBlock, language: Language = "fr"): string[] =>
  remarksOn({ lessonId, language, blocks: [{ key: "a", block }] }, site).map(({ code }) => code);

describe("what is not yet good in a block", () => {
  it.each<[string, DraftBlock, string[], Language?]>([
    ["short sentences", text(easy(8)), []],
    ["sixty words in one piece", text(easy(12)), []],
    ["more than sixty words in one piece", text(easy(13)), ["long_paragraph"]],
    ["as many that are heard", { kind: "audio", seconds: 0, transcript: easy(20) }, []],
    ["a step that is too long", { kind: "steps", steps: [text("Un.").doc, text(easy(13)).doc] }, ["long_paragraph"]],
    ["a long sentence", text(`${words(29)}.`), ["long_sentence"]],
    ["the longest that is good", text(`${words(28)}.`), []],
    ["as long in Arabic", text(`${words(23, "كلمة")}.`), ["long_sentence"], "ar"],
    ["a picture as it is brought", picture(60_000), []],
    ["a heavy picture", picture(60_001), ["heavy_picture"]],
    ["a video with captions", video(5_000_000, { sound, captions }), []],
    ["a heavy video", video(5_000_001, { sound, captions }), ["heavy_video"]],
    ["a video that nobody has captioned", video(9, { sound, captions: [{ ...captions[0], text: " " }] }), ["no_captions"]],
    ["a silent video", video(9, {}), []],
    ["answers that differ", question("Oui", "Non"), []],
    ["answers that look the same", question("Côté", "cote "), ["twin_options"]],
    ["answers with another hamza", question("أكادير", "اكادير"), ["twin_options"], "ar"],
    ["answers with another sign", question("5", "-5"), []],
    ["a link that leads somewhere", text("Ici", "https://odco.gov.ma/cooperatives"), []],
    ["a link that leads nowhere", text("Ici", "https://localhost/a"), ["dead_link"]],
    ["a table", { kind: "table", head: [words(70)], numeric: [false], rows: [[words(70)]] }, []],
  ])("%s", (_, block, found, language) => expect(codes(block, language)).toEqual(found)); // prettier-ignore

  it("a picture of the source is not told of once more in its translations", () => {
    const lesson = { lessonId, language: "ar" as const, blocks: [{ key: "a", block: picture(90_000) }] };
    expect(remarksOn({ ...lesson, counted: new Set(["a".repeat(64)]) }, site)).toEqual([]);
    expect(remarksOn(lesson, site)).toHaveLength(1);
  }); // prettier-ignore
});

describe("how hard a lesson reads", () => {
  const hard = "Indépendamment, l’administration communautaire réglemente l’approvisionnement.";
  it("is told of its hardest block, by the measure of its language", () => {
    const blocks = [
      { key: "a", block: text(easy(9)) },
      { key: "b", block: text(`${hard} ${hard} ${hard} ${hard}`) },
      { key: "c", block: text(`${hard} ${hard} ${hard} ${hard}`) },
    ];
    const [found] = remarksOn({ lessonId, language: "fr", blocks: blocks.slice(1) }, site);
    expect(found).toBeUndefined();
    const six = Array.from({ length: 6 }, (_, at) => ({ key: `k${at}`, block: blocks[1]?.block ?? text("") }));
    expect(remarksOn({ lessonId, language: "fr", blocks: six }, site)).toEqual([
      { lessonId, language: "fr", code: "hard_to_read", key: "k0", blocks: false, figure: 105, most: 50 },
    ]);
  }); // prettier-ignore

  it("says nothing of a few words", () => {
    expect(codes(text(hard))).toEqual([]);
  });
});

const anyBlock = fc.oneof(
  fc.string().map((words) => text(words || "a")),
  fc.array(fc.string(), { maxLength: 5 }).map((texts) => question(...texts)),
  fc.integer({ min: 1, max: 200_000 }).map(picture),
  fc.webUrl().map((href) => text("a", href)),
);

it("each finding is about a block that is there, above its measure, and none blocks", () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (all) => {
      const blocks = all.map((block, at) => ({ key: `k${at}`, block }));
      for (const found of remarksOn({ lessonId, language: "fr", blocks }, site)) {
        expect(blocks.some(({ key }) => key === found.key)).toBe(true);
        expect(found.blocks).toBe(false);
        if (found.figure !== undefined) expect(found.figure).toBeGreaterThan(found.most ?? 0);
      }
    }),
  );
});
