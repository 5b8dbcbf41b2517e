import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModuleId } from "../id.ts";
import { AUDIO_LANGUAGES, LANGUAGES } from "../language.ts";
import { bytesFor } from "../pack-bytes.ts";
import { moduleWeightOf } from "../pack-choice.ts";
import { type PackFile, PackIndex } from "../pack.ts";
import { courseId, lessonId } from "./testing/lesson.ts";
import { heavyModules, weightIn } from "./weights.ts";

const moduleId = ModuleId.parse(`mod_${"5".repeat(32)}`);
const lessonIds = ["1", "2", "3"].map((digit) => `les_${digit.repeat(32)}`);
const anyFile = fc
  .record({
    hash: fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16).repeat(64)),
    bytes: fc.integer({ min: 1, max: 900_000 }),
    lessonIds: fc.subarray(lessonIds, { minLength: 1 }),
    sound: fc.boolean(),
    languages: fc.subarray([...LANGUAGES], { minLength: 1 }),
    spoken: fc.subarray([...AUDIO_LANGUAGES], { minLength: 1 }),
  })
  .map(({ sound, languages, spoken, ...file }) =>
    sound
      ? { ...file, kind: "voice", type: "audio/ogg", languages: [], spoken }
      : { ...file, kind: "lesson", type: "application/json", languages, spoken: [] },
  );
const files = fc.uniqueArray(anyFile, {
  minLength: 1,
  maxLength: 16,
  selector: ({ hash }) => hash,
});
const packOf = (all: readonly object[]): PackIndex =>
  PackIndex.parse({
    format: 1,
    courseId,
    manifest: { hash: "f".repeat(64), bytes: 9 },
    files: all,
  });

describe("what a learner downloads of a module", () => {
  it("is what its card tells her, in each language with the voice nearest to it", () => {
    fc.assert(
      fc.property(files, fc.subarray(lessonIds, { minLength: 1 }), (all, some) => {
        const index = packOf(all);
        const own = new Set(some);
        const weight = moduleWeightOf(index, own);
        for (const language of LANGUAGES) {
          const { whole, silent } = weightIn(index.files, own, language);
          const heard = AUDIO_LANGUAGES.map((audio) => bytesFor(weight, language, audio));
          expect(heard).toContain(whole);
          expect(silent).toBeLessThanOrEqual(whole);
        }
      }),
    );
  });

  it("is too much above four megabytes, told once in the language that weighs most", () => {
    const file = (bytes: number, language: string, digit: string): PackFile => packOf([{ hash: digit.repeat(64), bytes, type: "application/json", kind: "lesson", lessonIds: [lessonId], languages: [language], spoken: [] }]).files[0] ?? expect.fail(); // prettier-ignore
    const modules = [{ id: moduleId, lessonIds: [lessonId] }];
    expect(heavyModules([file(4_000_000, "fr", "1")], modules, LANGUAGES)).toEqual([]);
    const [found, ...more] = heavyModules(
      [file(4_100_000, "fr", "1"), file(4_200_000, "ar", "2")],
      modules,
      LANGUAGES,
    );
    expect(found).toMatchObject({ moduleId, code: "heavy_module", blocks: false });
    expect(found?.figure).toBeGreaterThan(4_100_000);
    expect(more).toEqual([]);
  });
});
