import { describe, expect, it } from "vitest";
import { Day, Instant, localized, text } from "./text.ts";

const accepts = (value: unknown, max = 20): boolean => text(max).safeParse(value).success;
const spelt = (...codes: number[]): string => String.fromCharCode(...codes);

describe("text that people write", () => {
  it("loses the spaces around it and keeps those within", () => {
    expect(text(20).parse("  أمينة  بنعلي \n")).toBe("أمينة  بنعلي");
  });

  it.each(["أمينة", "ⵜⵉⵡⵉⵣⵉ", "Aïcha", "👩🏽‍🌾", "two\nlines", "a\ttab", "cr\r\nlf"])(
    "%j is text",
    (value) => expect(text(20).parse(value)).toBe(value),
  );

  it.each(["", "   ", "\n\t", 7, null, undefined, ["a"], { toString: "a" }])(
    "%j is none",
    (value) => expect(accepts(value)).toBe(false),
  );

  it("no control character stands in it but tab and line breaks", () => {
    const controls = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, at) => 0x7f + at)];
    const standing = controls.filter((code) => accepts(`a${spelt(code)}b`));
    expect(standing).toEqual([0x09, 0x0a, 0x0d]);
  });

  it.each([
    ["a high half", spelt(0xd83d)],
    ["a low half", spelt(0xde00)],
    ["halves in the wrong order", spelt(0xde00, 0xd83d)],
  ])("a lone surrogate is refused: %s", (_, half) => {
    expect(accepts(`a${half}b`)).toBe(false);
    expect(accepts(half)).toBe(false);
  });

  it("whole pairs are letters as any other", () => {
    expect(accepts(spelt(0xd83d, 0xde00))).toBe(true);
  });

  it("its length is counted after trimming, in code points, never shorter than the browser allows", () => {
    expect(accepts(`  ${"é".repeat(20)}  `)).toBe(true);
    expect(accepts("é".repeat(21))).toBe(false);
    expect(accepts("😀".repeat(20))).toBe(true);
    expect(accepts("😀".repeat(21))).toBe(false);
  });
});

describe("text in several languages", () => {
  const title = localized(10);

  it.each([
    { ar: "أ" },
    { fr: "a", zgh: "ⵜ" },
    { ar: "a", fr: "a", zgh: "a", en: "a" },
    { wo: "a" },
    { fr: "a", "ha-Arab": "a", "shi-Latn-MA": "a", "es-419": "a" },
  ])("%j says something in at least one", (value) => expect(title.parse(value)).toEqual(value));

  it("in ours and eight more, and no further", () => {
    const more = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${"bcdefghij"[at]}`, "a"]));
    expect(title.safeParse({ ar: "a", fr: "a", zgh: "a", en: "a", ...more(8) }).success).toBe(true);
    expect(title.safeParse({ ar: "a", fr: "a", zgh: "a", en: "a", ...more(9) }).success).toBe(
      false,
    );
  });

  it("what is no language's name on the prototype stays outside", () => {
    const parsed = title.parse(JSON.parse('{"fr":"a","__proto__":{"en":"b"}}'));
    expect(Object.keys(parsed)).toEqual(["fr"]);
    expect(parsed.en).toBeUndefined();
  });

  it.each([
    {},
    { fr: undefined },
    { fr: "" },
    { fr: " " },
    { German: "a" },
    { fr: "a", DE: "a" },
    { fr: "a", fr_MA: "a" },
    { fr: "a", toString: "a" },
    { fr: "a", wo: 1 },
    { fr: "a".repeat(11) },
    { fr: `a${spelt(0)}` },
    [],
    "a",
    JSON.parse('{"__proto__":{"fr":"a"}}'),
  ])("%j is refused", (value) => expect(title.safeParse(value).success).toBe(false));
});

describe("moments", () => {
  it.each(["2026-02-28T23:59:59.999Z", "2024-02-29T00:00:00.000Z", new Date(0).toISOString()])(
    "%s is an instant",
    (value) => expect(Instant.parse(value)).toBe(value),
  );

  it.each([
    "2026-02-28T23:59:59Z",
    "2026-02-28T23:59:59.999+01:00",
    "2026-02-28T23:59:59.999",
    "2026-02-29T00:00:00.000Z",
    "2026-13-01T00:00:00.000Z",
    "-007973-01-01T00:00:00.000Z",
    "2026-02-28",
    "now",
  ])("%s is none", (value) => expect(Instant.safeParse(value).success).toBe(false));

  it("a day is a day of the calendar", () => {
    expect(Day.safeParse("2024-02-29").success).toBe(true);
    expect(Day.safeParse("2026-02-29").success).toBe(false);
    expect(Day.safeParse("2026-2-1").success).toBe(false);
  });
});
