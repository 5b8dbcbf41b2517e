import { readFileSync } from "node:fs";
import { MEDIA_LIMITS } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OggPage, packetsOf, pagesOf, written } from "./ogg-page.ts";
import { samplesOf } from "./opus-packet.ts";
import { bareRecording } from "./recording.ts";

/** A recording of the sample courses, as an encoder wrote it. */
const spoken = new Uint8Array(
  readFileSync("packages/content/courses/keep-the-cash-book/media/07-to-the-year.ar.ogg"),
);
const said = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));

const page = (sequence: number, body: Uint8Array, more: Partial<OggPage> = {}): OggPage => ({
  flags: 0,
  granule: 0n,
  serial: 7,
  sequence,
  lacing: [...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255],
  body,
  ...more,
});
const head = joined(said("OpusHead"), Uint8Array.of(1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0));
const remarks = joined(
  said("OpusTags"),
  Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0),
  said("GPS=33.9,-6.8"),
);
/** One frame of 20 ms, as speech is coded. */
const frame = Uint8Array.of(0x48, 1, 2, 3);
const second = (sequence: number): OggPage =>
  page(sequence, joined(...Array.from({ length: 50 }, () => frame)), {
    lacing: Array.from({ length: 50 }, () => frame.length),
    granule: BigInt(sequence - 1) * 48_000n,
  });
const recording = (seconds: number): OggPage[] => [
  page(0, head, { flags: 2 }),
  page(1, remarks),
  ...Array.from({ length: seconds }, (_, at) => second(at + 2)),
];
const bare = (pages: readonly OggPage[]) => bareRecording(written(pages));

describe("a recording", () => {
  it("of an encoder keeps every packet of its sound, and can be taken once more without changing", () => {
    const kept = bareRecording(spoken);
    if (typeof kept === "string") throw new Error(kept);
    const sound = (bytes: Uint8Array) => packetsOf(pagesOf(bytes) ?? [])?.slice(2);
    expect(sound(kept.bytes)).toEqual(sound(spoken));
    expect(bareRecording(kept.bytes)).toEqual(kept);
  });

  it("loses its remarks, and is as long as its packets", () => {
    const kept = bare(recording(3));
    expect(kept).toMatchObject({ seconds: 3 });
    if (typeof kept === "string") throw new Error(kept);
    expect(Buffer.from(kept.bytes).includes("GPS")).toBe(false);
    expect((pagesOf(kept.bytes)?.at(-1)?.flags ?? 0) & 4).toBe(4);
  });

  it("that says that it lasts a second is measured all the same", () => {
    const long = recording(MEDIA_LIMITS.seconds + 1).map((it) => ({ ...it, granule: 48_000n }));
    expect(bare(long)).toBe("too_large");
    expect(bare(recording(MEDIA_LIMITS.seconds))).toMatchObject({ seconds: MEDIA_LIMITS.seconds });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a page of a web site", said("<!doctype html>")],
    ["one that is cut off", written(recording(2)).subarray(0, 400)],
    ["one with something behind it", joined(written(recording(2)), said("PK"))],
    ["one without sound", written(recording(0))],
    [
      "one whose page was changed",
      written(recording(2)).map((it, at) => (at === 150 ? it ^ 1 : it)),
    ],
    ["one with a page missing", written(recording(3).toSpliced(3, 1))],
    ["another recording behind it", joined(written(recording(1)), written(recording(1)))],
    ["another stream beside it", written(recording(2).with(3, { ...second(3), serial: 8 }))],
    ["Vorbis", written([page(0, joined(said("\u0001vorbis"), new Uint8Array(22)), { flags: 2 })])],
    ["sound that is no Opus", written([...recording(1), page(3, Uint8Array.of(0x4b, 63, 1))])],
  ])("%s is no recording", (_, bytes) => {
    expect(bareRecording(bytes)).toBe("unreadable");
  });

  it("of any bytes never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(400), (noise, at) => {
        const bytes = written(recording(1));
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        expect(() => bareRecording(bytes)).not.toThrow();
        expect(() => bareRecording(noise)).not.toThrow();
      }),
    );
  });
});

it.each([
  [[0x48, 1], 960],
  [[0x1b, 2, 0], 5760],
  [[0xe1], 240],
  [[0x7b, 7], NaN],
  [[], NaN],
])("a packet that begins %j lasts %d samples", (bytes, samples) => {
  expect(samplesOf(Uint8Array.from(bytes))).toBe(samples);
});
