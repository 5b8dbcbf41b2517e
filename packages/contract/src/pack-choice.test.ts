import { expect, it } from "vitest";
import { AUDIO_LANGUAGES, LANGUAGES } from "./language.ts";
import { bytesFor } from "./pack-bytes.ts";
import { filesOf, packWeightOf, weightOf } from "./pack-choice.ts";
import { PackIndex, PackWeight } from "./pack.ts";

const lesson = (digit: string): string => `les_${digit.repeat(32)}`;
const json = { type: "application/json", lessonIds: [lesson("1")], languages: [], spoken: [] };
const sound = { ...json, type: "audio/ogg" };
const file = (digit: string, bytes: number, rest: object) => ({ hash: digit.repeat(64), bytes, ...rest }); // prettier-ignore
/** A lesson in two languages with a recording of one of them, two voices, and a lesson that exists in French alone. */
const index = PackIndex.parse({
  format: 1,
  courseId: `crs_${"c".repeat(32)}`,
  manifest: { hash: "f".repeat(64), bytes: 1000 },
  files: [
    file("1", 20, { ...json, kind: "lesson", languages: ["fr"] }),
    file("2", 30, { ...json, kind: "lesson", languages: ["ar"] }),
    file("3", 400, { ...json, kind: "picture", type: "image/webp", languages: ["fr", "ar"] }),
    file("4", 5000, { ...sound, kind: "audio", languages: ["fr"] }),
    file("5", 60_000, { ...sound, kind: "voice", spoken: ["shi"] }),
    file("6", 70_000, { ...sound, kind: "voice", spoken: ["ary", "fr"] }),
    file("8", 900_000, { ...json, kind: "video", type: "video/mp4" }),
    file("7", 8, { ...json, kind: "lesson", lessonIds: [lesson("2")], languages: ["fr"] }),
  ],
});

it("a pack is as heavy as the files that would be fetched, whatever is read and heard", () => {
  const weight = PackWeight.parse(packWeightOf(index));
  for (const language of LANGUAGES)
    for (const audio of AUDIO_LANGUAGES) {
      const files = filesOf(index, { languages: [language], spoken: [audio], audio: true });
      expect(bytesFor(weight, language, audio), `${language} ${audio}`).toBe(weightOf(files));
    }
  expect(bytesFor(weight, "fr", "shi")).toBe(1000 + 20 + 400 + 5000 + 60_000 + 8);
});

it("videos come with nobody’s choice but their own, and weigh on no other", () => {
  const choice = { languages: ["fr"], spoken: ["shi"], audio: true };
  const isFilm = ({ type }: { type: string }): boolean => type === "video/mp4";
  expect(filesOf(index, choice).some(isFilm)).toBe(false);
  expect(filesOf(index, { ...choice, languages: ["en"] }).some(isFilm)).toBe(false);
  const all = filesOf(index, { ...choice, video: true });
  expect(all.filter(isFilm)).toHaveLength(1);
  expect(weightOf(all) - weightOf(filesOf(index, choice))).toBe(900_000);
});

it("tells no voice that nobody has recorded", () => {
  expect(packWeightOf(index).spoken).toEqual({ ary: 70_000, shi: 60_000, fr: 70_000 });
});
