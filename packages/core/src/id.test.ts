import { CourseId, ID_PREFIXES, type IdKind } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idMaker } from "./id.ts";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
/** 48 bits of milliseconds: until the year 10889. */
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 }).map((ms) => new Date(ms));
const kind = fc.constantFrom(
  ...Object.keys(ID_PREFIXES).filter((name): name is IdKind => name in ID_PREFIXES),
);
const make = (now: Date, random: Uint8Array) => idMaker({ now: () => now }, () => random);

describe("an id", () => {
  it("is a UUIDv7 behind the prefix of its kind", () => {
    fc.assert(
      fc.property(kind, moment, bytes, (of, now, random) => {
        const id = make(now, random)(of);
        const [prefix, hex = ""] = id.split("_");
        expect(prefix).toBe(ID_PREFIXES[of]);
        expect(hex).toMatch(/^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
        expect(parseInt(hex.slice(0, 12), 16)).toBe(now.getTime());
      }),
    );
  });

  it("keeps all 74 random bits, and leaves the bytes it was given alone", () => {
    fc.assert(
      fc.property(moment, bytes, (now, random) => {
        const before = Uint8Array.from(random);
        const hex = make(now, random)("course").slice(4);
        const kept = hex.match(/../g)?.map((pair) => parseInt(pair, 16)) ?? [];
        const masks = [0x0f, 0xff, 0x3f, ...Array<number>(7).fill(0xff)];
        masks.forEach((mask, at) =>
          expect((kept[at + 6] ?? 0) & mask).toBe((before[at + 6] ?? 0) & mask),
        );
        expect(random).toEqual(before);
      }),
    );
  });

  it("sorts by its moment, whatever the chance", () => {
    fc.assert(
      fc.property(moment, moment, bytes, bytes, (one, other, a, b) => {
        fc.pre(one.getTime() < other.getTime());
        expect(make(one, a)("course") < make(other, b)("course")).toBe(true);
      }),
    );
  });

  it("passes the schema of its kind", () => {
    expect(CourseId.safeParse(make(new Date(), new Uint8Array(16))("course")).success).toBe(true);
  });
});
