import { describe, expect, expectTypeOf, it } from "vitest";
import { CourseId, Hash, type Id, ID_PREFIXES, IntentId, type LearnerId } from "./id.ts";

const HEX = "0123456789abcdef".repeat(2);

describe("ids", () => {
  it("say what they name: no two kinds share a prefix", () => {
    const prefixes = Object.values(ID_PREFIXES);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z]{3}$/);
  });

  it("of a course is a course's only", () => {
    expect(CourseId.parse(`crs_${HEX}`)).toBe(`crs_${HEX}`);
    for (const odd of [
      `coh_${HEX}`,
      HEX,
      `crs_${HEX}0`,
      `crs_${HEX.toUpperCase()}`,
      `crs_${HEX}\n`,
    ])
      expect(CourseId.safeParse(odd).success).toBe(false);
  });

  it("of one kind does not pass for another, nor any text for an id", () => {
    expectTypeOf<Id<"course">>().toEqualTypeOf<CourseId>();
    expectTypeOf<CourseId>().not.toExtend<LearnerId>();
    expectTypeOf<string>().not.toExtend<CourseId>();
    expectTypeOf<CourseId>().toExtend<string>();
  });
});

it("an intent is a UUIDv7 in lower case", () => {
  const intent = "018f3c4a-7b2e-7c1d-9a5b-0123456789ab";
  expect(IntentId.parse(intent)).toBe(intent);
  for (const odd of [
    "018f3c4a-7b2e-4c1d-9a5b-0123456789ab",
    "018f3c4a-7b2e-7c1d-7a5b-0123456789ab",
    "018F3C4A-7b2e-7c1d-9a5b-0123456789ab",
    `${intent}\n`,
    `{${intent}}`,
    intent.replaceAll("-", ""),
  ])
    expect(IntentId.safeParse(odd).success).toBe(false);
});

it("a hash is no path", () => {
  expect(Hash.safeParse("0".repeat(64)).success).toBe(true);
  for (const odd of ["../../etc/passwd", `${"0".repeat(63)}/`, "0".repeat(63), "G".repeat(64)])
    expect(Hash.safeParse(odd).success).toBe(false);
});
