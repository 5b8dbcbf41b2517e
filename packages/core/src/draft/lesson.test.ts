import { BIN_DAYS, DRAFT_LIMITS, type LessonCommand } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFull, withCommand, withoutPast, withPlaceFor } from "./lesson.ts";
import type { Lesson, Tongue } from "./place.ts";
import { act, keysOf, lesson, NOW } from "./testing/lesson.ts";

const FRENCH: Tongue = { language: "fr", source: "fr" };
const ARABIC: Tongue = { language: "ar", source: "fr" };
const after = (start: Lesson, commands: readonly LessonCommand[], tongue = FRENCH): Lesson =>
  commands.reduce((all, command) => withCommand(all, command, { act: act(), tongue }), start);
const binOf = ({ bin }: Lesson): string => bin.map(({ place }) => place.key).join(" ");

describe("the order of a lesson", () => {
  it.each<[string, LessonCommand[], string, string]>([
    ["a block comes behind another", [{ do: "add", key: "x", kind: "text", after: "a" }], "a x b c", ""],
    ["a block comes before all", [{ do: "add", key: "x", kind: "text", after: "" }], "x a b c", ""],
    ["behind one that is gone it comes last", [{ do: "add", key: "x", kind: "text", after: "gone" }], "a b c x", ""],
    ["a key that is there is not added", [{ do: "add", key: "b", kind: "text", after: "" }], "a b c", ""],
    ["a key in the bin is not added", [{ do: "remove", key: "b" }, { do: "add", key: "b", kind: "text", after: "" }], "a c", "b"],
    ["the title is no block", [{ do: "add", key: "title", kind: "text", after: "" }], "a b c", ""],
    ["a block moves behind another", [{ do: "move", key: "a", after: "c" }], "b c a", ""],
    ["a block moves before all", [{ do: "move", key: "c", after: "" }], "c a b", ""],
    ["behind itself it stays", [{ do: "move", key: "b", after: "b" }], "a b c", ""],
    ["behind one in the bin it comes last", [{ do: "remove", key: "b" }, { do: "move", key: "a", after: "b" }], "c a", "b"],
    ["what was removed does not move", [{ do: "remove", key: "a" }, { do: "move", key: "a", after: "c" }], "b c", "a"],
    ["what was removed is not removed again", [{ do: "remove", key: "a" }, { do: "remove", key: "a" }], "b c", "a"],
    ["a block comes back where it was", [{ do: "remove", key: "b" }, { do: "restore", key: "b" }], "a b c", ""],
    ["the first comes back first", [{ do: "remove", key: "a" }, { do: "restore", key: "a" }], "a b c", ""],
    ["where its neighbour is gone it comes back last", [{ do: "remove", key: "b" }, { do: "remove", key: "a" }, { do: "restore", key: "b" }], "c b", "a"],
    ["what is not in the bin does not come back", [{ do: "restore", key: "b" }, { do: "restore", key: "x" }], "a b c", ""],
    ["a copy stands behind its block", [{ do: "duplicate", key: "a", as: "x" }], "a x b c", ""],
    ["a copy under a key that is there is none", [{ do: "duplicate", key: "a", as: "c" }], "a b c", ""],
    ["what is gone has no copy", [{ do: "remove", key: "a" }, { do: "duplicate", key: "a", as: "x" }], "b c", "a"],
  ])("%s", (_, commands, places, bin) => {
    const done = after(lesson("a b c"), commands);
    expect([keysOf(done), binOf(done)]).toEqual([places, bin]);
  }); // prettier-ignore

  it("a copy is as far as its block in every language", () => {
    const start = lesson("", { places: [{ key: "a", kind: "steps", rev: 4, against: { ar: 3 } }] });
    const { places } = after(start, [{ do: "duplicate", key: "a", as: "b" }]);
    expect(places[1]).toEqual({ key: "b", kind: "steps", rev: 4, against: { ar: 3 } });
  });

  it("a translation that still says the same is confirmed, where there is one", () => {
    const start = lesson("", {
      places: [
        { key: "a", kind: "text", rev: 4, against: { ar: 3 } },
        { key: "b", kind: "text", rev: 2, against: {} },
      ],
      titlePlace: { rev: 2, against: { ar: 1 } },
    });
    const confirm = ["a", "b", "title", "gone"].map((key) => ({ do: "confirm", key }) as const);
    const { places, titlePlace } = after(start, confirm, ARABIC);
    expect(places.map(({ against }) => against)).toEqual([{ ar: 4 }, {}]);
    expect(titlePlace.against).toEqual({ ar: 2 });
    expect(after(start, confirm, FRENCH)).toEqual(start);
  });

  const key = fc.constantFrom("a", "b", "c", "d", "e", "title");
  const where = fc.constantFrom("", "a", "b", "c", "d", "gone");
  const command: fc.Arbitrary<LessonCommand> = fc.oneof(
    fc.record({ do: fc.constant("add" as const), key, kind: fc.constant("text" as const), after: where }),
    fc.record({ do: fc.constant("move" as const), key, after: where }),
    fc.record({ do: fc.constant("remove" as const), key }),
    fc.record({ do: fc.constant("restore" as const), key }),
    fc.record({ do: fc.constant("duplicate" as const), key, as: key }),
    fc.record({ do: fc.constant("minutes" as const), minutes: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ do: fc.constant("confirm" as const), key }),
  ); // prettier-ignore

  it("is the same after each command twice as after each once, and no key is ever lost or there twice", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const start = lesson("a b c");
        const once = after(start, commands);
        const twice = after(start, commands.flatMap((each) => [each, each]));
        expect(twice).toEqual(once);
        const all = [...once.places, ...once.bin.map(({ place }) => place)].map((each) => each.key);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toEqual(expect.arrayContaining(["a", "b", "c"]));
      }),
      { numRuns: 500 },
    ); // prettier-ignore
  });
});

describe("the bin", () => {
  const thrown = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
  it("forgets what has lain in it longer than a month, and nothing else", () => {
    const [place] = lesson("x").places;
    if (!place) throw new Error("a lesson without its place");
    const entries = [BIN_DAYS - 1, BIN_DAYS + 1].map((days) => ({
      ...act(thrown(days)),
      place: { ...place, key: `d${days}` },
    }));
    expect(binOf(withoutPast(lesson("a", { bin: entries }), NOW))).toBe(`d${BIN_DAYS - 1}`);
  });

  it("is full, as a lesson is, beyond what may lie in it", () => {
    const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`).join(" ");
    expect(isFull(lesson(keys(DRAFT_LIMITS.blocks)))).toBe(false);
    expect(isFull(lesson(keys(DRAFT_LIMITS.blocks + 1)))).toBe(true);
    const bin = lesson(keys(DRAFT_LIMITS.bin + 1)).places.map((place) => ({ ...act(), place }));
    expect(isFull(lesson("a", { bin }))).toBe(true);
    expect(isFull(lesson("a", { bin: bin.slice(1) }))).toBe(false);
  });
});

it("words whose place is gone come back behind all others", () => {
  expect(keysOf(withPlaceFor(lesson("a b"), { key: "x", kind: "steps" }))).toBe("a b x");
  expect(keysOf(withPlaceFor(lesson("a b"), { key: "a", kind: "steps" }))).toBe("a b");
});
