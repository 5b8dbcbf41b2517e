import { LessonBody, VoicePlace, VoiceSheet } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { filesOfVoice, placesOf, stillSpoken, strayPlaces } from "./voice.ts";

const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Sel" }] }] }; // prettier-ignore
const option = (id: string, feedback?: string) => ({ id, text: id, right: id === "a", ...(feedback && { feedback }) }); // prettier-ignore
const body = LessonBody.parse({
  format: 1,
  lessonId: `les_${"1".repeat(32)}`,
  language: "fr",
  title: "Peser",
  blocks: [
    { kind: "text", key: "intro", doc },
    { kind: "steps", key: "way", steps: [doc, doc] },
    { kind: "question", key: "try", question: "choice", prompt: doc, options: [option("a", "Oui."), option("b")], feedback: "Car." }, // prettier-ignore
    { kind: "question", key: "sum", question: "number", prompt: doc, options: [], number: { value: 1, tolerance: 0 } }, // prettier-ignore
  ],
});
const media = (digit: string) => ({ hash: digit.repeat(64), type: "audio/ogg", bytes: 900 });
const sheetOf = (...parts: readonly [place: string, digit: string][]): VoiceSheet =>
  VoiceSheet.parse({
    format: 1,
    lessonId: body.lessonId,
    language: "shi",
    parts: Object.fromEntries(parts.map(([place, digit]) => [place, { media: media(digit), seconds: 3, text: "ⵜⵉⵙⵏⵜ" }])), // prettier-ignore
  });

it("a lesson can be spoken from its title to the why of its last answer, in the order of the page", () => {
  expect(placesOf(body)).toEqual([
    "title",
    "intro",
    "way/step/1",
    "way/step/2",
    "try/prompt",
    "try/option/a",
    "try/option/a/why",
    "try/option/b",
    "try/why",
    "sum/prompt",
  ]);
  for (const place of placesOf(body)) expect(VoicePlace.safeParse(place).success).toBe(true);
});

describe("a voice", () => {
  it("may leave places unrecorded", () => {
    expect(strayPlaces(sheetOf(["intro", "a"], ["try/option/b", "b"]), body)).toEqual([]);
  });

  it.each(["other", "way", "way/step/3", "try/option/c", "try/option/b/why", "intro/prompt"])(
    "of “%s”, which the lesson does not have, is found",
    (place) => expect(strayPlaces(sheetOf(["title", "a"], [place, "b"]), body)).toEqual([place]),
  );

  it("names each of its files once", () => {
    const files = filesOfVoice(sheetOf(["title", "a"], ["intro", "b"], ["way/step/1", "a"]));
    expect(files).toEqual([media("a"), media("b")]);
  });
});

describe("of the recordings of a lesson that was changed", () => {
  const sheet = sheetOf(["title", "a"], ["intro", "b"], ["way/step/1", "c"], ["way/step/2", "d"], ["try/prompt", "e"], ["try/option/b", "f"]); // prettier-ignore
  const now = (change: (blocks: LessonBody["blocks"]) => unknown[]) => ({
    recorded: body,
    now: LessonBody.parse({ ...body, blocks: change(body.blocks) }),
  });
  const spoken = (lesson: Parameters<typeof stillSpoken>[1]) =>
    Object.keys(stillSpoken(sheet, lesson));
  const without = (key: string) => now((blocks) => blocks.filter((block) => block.key !== key));

  it("all stay while its places do, whatever words were mended", () => {
    expect(stillSpoken(sheet, { recorded: body, now: body })).toEqual(sheet.parts);
  });

  it("those of a block that is gone go, and no other", () => {
    expect(spoken(without("intro"))).toEqual(["title", "way/step/1", "way/step/2", "try/prompt", "try/option/b"]); // prettier-ignore
    expect(spoken(without("try"))).toEqual(["title", "intro", "way/step/1", "way/step/2"]);
  });

  it.each([1, 3])(
    "those of its steps go where two of them have become %i: nobody knows which is which",
    (count) => {
      const steps = Array.from({ length: count }, () => doc);
      const change = now((blocks) =>
        blocks.map((block) => (block.key === "way" ? { ...block, steps } : block)),
      );
      expect(spoken(change)).toEqual(["title", "intro", "try/prompt", "try/option/b"]);
    },
  );
});

describe("a voice sheet is refused", () => {
  const part = { media: media("a"), seconds: 3, text: "Un. Deux." };
  const sheet = (over: object, place = "intro") => ({
    format: 1,
    lessonId: body.lessonId,
    language: "fr",
    parts: { [place]: { ...part, ...over } },
  });
  const cue = (at: number, until: number, from: number, to: number) => ({ at, until, from, to });
  const cues = [cue(0, 1.2, 0, 3), cue(1.4, 2.9, 4, 9)];

  it("not when its cues follow one another", () => {
    expect(VoiceSheet.safeParse(sheet({ cues })).success).toBe(true);
  });

  it.each([
    ["without a part", { ...sheet({}), parts: {} }],
    ["in a language nobody speaks", { ...sheet({}), language: "zgh" }],
    ["with a picture for a recording", sheet({ media: { ...media("a"), type: "image/webp" } })],
    ["when a place is none", sheet({}, "../intro")],
    ["when a place is a name of every object", sheet({}, "__proto__/prompt")],
    ["without its words", sheet({ text: undefined })],
    ["when a cue ends before it begins", sheet({ cues: [cue(2, 1, 0, 3)] })],
    ["when two cues overlap", sheet({ cues: [cue(0, 2, 0, 3), cue(1, 3, 4, 9)] })],
    ["when cues go back in the text", sheet({ cues: [cue(0, 1, 4, 9), cue(1, 2, 0, 3)] })],
    ["when a cue is beyond the recording", sheet({ cues: [cue(0, 3.5, 0, 3)] })],
    ["when a cue is beyond the text", sheet({ cues: [cue(0, 3, 0, 10)] })],
  ])("%s", (_, value) => expect(VoiceSheet.safeParse(value).success).toBe(false));
});
