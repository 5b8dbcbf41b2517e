import { LearnerId } from "@twiza/contract";
import { beforeEach, describe, expect, it } from "vitest";
import { memoryRecords, movableClock } from "../testing/index.ts";
import { openPins } from "./index.ts";

const DAY = 86_400_000;
const hers = LearnerId.parse(`lrn_${"a".repeat(32)}`);
const others = LearnerId.parse(`lrn_${"b".repeat(32)}`);

describe("a PIN", () => {
  let clock: ReturnType<typeof movableClock>;
  let pins: ReturnType<typeof openPins>;
  let kept: { hash: string; salt: string };
  beforeEach(async () => {
    clock = movableClock("2026-03-01T08:00:00.000Z");
    pins = openPins({ records: memoryRecords(clock), clock });
    kept = { hash: await pins.hash("7392", "salt of hers"), salt: "salt of hers" };
  });

  it("is kept as a hash that another salt changes and that does not hold it", async () => {
    expect(kept.hash).toMatch(/^[\w-]{43}$/);
    expect(await pins.hash("7392", "salt of hers")).toBe(kept.hash);
    expect(await pins.hash("7392", "another salt")).not.toBe(kept.hash);
  });

  it("that is right costs no try, however often", async () => {
    for (let n = 0; n < 8; n++) expect(await pins.check(hers, "7392", kept)).toBe("right");
  });

  it("that is right twelve times at once is right twelve times: nobody is locked out by a queue", async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => pins.check(hers, "7392", kept)));
    expect(new Set(all)).toEqual(new Set(["right"]));
  });

  it("ten times wrong at once is looked at five times, and then not even the right one is, for a day", async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => pins.check(hers, `82${n}5`, kept)),
    );
    expect(all.filter((each) => each === "wrong")).toHaveLength(5);
    expect(all.filter((each) => each === "locked")).toHaveLength(5);
    expect(await pins.check(hers, "7392", kept)).toBe("locked");
    expect(await pins.check(others, "7392", kept)).toBe("right");
    clock.advance(DAY + 1);
    expect(await pins.check(hers, "7392", kept)).toBe("right");
  });

  it("whose hash is damaged is wrong and stops nothing", async () => {
    expect(await pins.check(hers, "7392", { ...kept, hash: "" })).toBe("wrong");
  });
});
