import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someVideo, type VideoWish } from "../../testing/videos.ts";
import { bareVideo, isVideo } from "./bare-video.ts";

const BOTH = ["video/mp4", "video/webm"] as const;
const said = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
/** Where some letters stand in it last: the head of an MP4 names some of its kinds as well. */
const placeOf = (bytes: Uint8Array, letters: string): number => latin(bytes).lastIndexOf(letters);

function whole(bytes: Uint8Array) {
  const kept = bareVideo(bytes);
  if (typeof kept === "string") throw new Error(kept);
  return kept;
}
/** With other bytes from a place on. */
function withBytes(bytes: Uint8Array, at: number, other: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed.set(other, at);
  return changed;
}
const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value); // prettier-ignore
/** A box of MP4 with its length. */
const box = (type: string, body: Uint8Array): Uint8Array =>
  Buffer.concat([u32(body.length + 8), said(type), body]);

describe.each(BOTH)("a video in %s", (type) => {
  const some = (wish: VideoWish = {}) => someVideo({ type, ...wish });

  it("is told by its bytes: how long, how large, and whether it is heard", async () => {
    const facts = { type, seconds: 3, width: 640, height: 360 };
    expect(whole(await some({ seconds: 3 }))).toMatchObject({ ...facts, hasSound: true });
    const upright = whole(await some({ width: 360, height: 640, silent: true }));
    expect(upright).toMatchObject({ width: 360, height: 640, hasSound: false });
  });

  it("keeps its pictures where they are, loses what was said beside them, and can be taken once more without changing", async () => {
    const brought = await some({ title: "GPS=33.9,-6.8 Fatima" });
    expect(latin(brought)).toContain("Fatima");
    const { bytes } = whole(brought);
    expect(latin(bytes)).not.toMatch(/Fatima|GPS|[Mm]ediabunny/);
    expect(bytes.length).toBe(brought.length);
    expect(whole(bytes).bytes).toEqual(bytes);
    // A picture and a packet of sound, as the fixture writes them.
    const isIn = (all: Uint8Array): boolean => placeOf(all, "\u00AA\u00BB\u00CC\u00DD") > 0;
    expect([isIn(brought), isIn(bytes)]).toEqual([true, true]);
  });

  it("is too large when it is of more than 360p, or longer than ten minutes", async () => {
    expect(bareVideo(await some({ width: 1280, height: 720 }))).toBe("too_large");
    expect(bareVideo(await some({ width: 640, height: 480 }))).toBe("too_large");
    expect(bareVideo(await some({ seconds: 603, silent: true }))).toBe("too_large");
    expect(whole(await some({ seconds: 600, silent: true })).seconds).toBe(600);
  });

  it("is none when its end is missing, wherever it was cut off", async () => {
    const brought = await some({ seconds: 1 });
    for (const left of [1, 9, 40, 200, brought.length - 13])
      expect(bareVideo(brought.subarray(0, brought.length - left))).toBe("unreadable");
  });

  it("changed anywhere it is refused or taken, and never breaks what looks at it", async () => {
    const brought = await some({ seconds: 1, title: "x" });
    const change = fc.tuple(fc.nat(brought.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const changed = Uint8Array.from(brought);
        for (const [at, byte] of changes) changed[at] = byte;
        const kept = bareVideo(changed);
        if (typeof kept === "string") return;
        expect(kept.seconds).toBeLessThanOrEqual(600);
        expect(Math.min(kept.width, kept.height)).toBeLessThanOrEqual(360);
        expect(bareVideo(kept.bytes)).toEqual(kept);
      }),
      { numRuns: 400 },
    );
  });
});

describe("an MP4", () => {
  it("loses its places and its notes, whichever box they stand in, and what hides among its pictures", async () => {
    const brought = await someVideo();
    const hidden = Buffer.concat([
      brought,
      box("udta", box("\u00A9xyz", said("+33.9716-006.8498/"))),
      box("uuid", said("0123456789abcdefXMP where she lives")),
      box("mdat", said("PK\u0003\u0004 another file")),
    ]);
    const { bytes } = whole(hidden);
    expect(latin(bytes)).not.toMatch(/33\.97|she lives|another file/);
    expect(latin(bytes.subarray(brought.length)).match(/free/g)).toHaveLength(2);
  });

  it("that claims a hundred years, in the film, a track or its cuts, is too large", async () => {
    const brought = await someVideo();
    // Behind type, version, two days and scale.
    for (const name of ["mvhd", "mdhd"]) {
      const at = placeOf(brought, name) + 4 + 16;
      expect(bareVideo(withBytes(brought, at, u32(0xfffffff0)))).toBe("too_large");
    }
  });

  it("whose tables contradict each other, lead outside or never end, is none", async () => {
    const brought = await someVideo();
    for (const [name, behind] of [["stsz", 8], ["stco", 8], ["stts", 4], ["stsc", 4], ["stts", 8]] as const) // prettier-ignore
      expect(bareVideo(withBytes(brought, placeOf(brought, name) + 4 + behind, u32(0xfffffff0)))).toBe("unreadable"); // prettier-ignore
  });

  it("with boxes in boxes without end, of no length, or in pieces is none", async () => {
    const brought = await someVideo();
    const at = latin(brought).indexOf("trak") - 4;
    expect(bareVideo(withBytes(brought, at, u32(0)))).toBe("unreadable");
    expect(bareVideo(withBytes(brought, at, u32(4)))).toBe("unreadable");
    let nested = said("x");
    for (let depth = 0; depth < 2000; depth += 1) nested = box("moov", nested);
    expect(bareVideo(Buffer.concat([box("ftyp", said("isom")), nested]))).toBe("unreadable");
    expect(bareVideo(await someVideo({ form: "fragmented" }))).toBe("unreadable");
  });

  it.each([
    ["of another kind of picture", "avc1", "hvc1"],
    ["of another kind of sound", "mp4a", "ac-3"],
    ["with a track that is neither", "soun", "meta"],
    ["whose pictures lie elsewhere", "url ", "urn "],
    ["that twice says how it is laid out", "vmhd", "dinf"],
  ])("%s is none", async (_, from, to) => {
    const brought = await someVideo();
    expect(bareVideo(withBytes(brought, placeOf(brought, from), said(to)))).toBe("unreadable");
  });
});

describe("a WebM", () => {
  it.each([
    ["of another kind of picture", "V_VP8", "V_AV1"],
    ["of another kind of sound", "A_OPUS", "A_FLAC"],
    ["that is Matroska", "webm", "mkvx"],
  ])("%s is none", async (_, from, to) => {
    const brought = await someVideo({ type: "video/webm" });
    expect(bareVideo(withBytes(brought, placeOf(brought, from), said(to)))).toBe("unreadable");
  });

  it("that claims a hundred years is too large", async () => {
    const brought = await someVideo({ type: "video/webm" });
    // Duration: its name, and eight bytes of a number with a point.
    const at = latin(brought).indexOf("\u0044\u0089\u0088") + 3;
    const endless = new Uint8Array(new Float64Array([3e12]).buffer).reverse();
    expect(bareVideo(withBytes(brought, at, endless))).toBe("too_large");
  });
});

it("is taken for a video by its first bytes, and a recording of a browser is none", async () => {
  for (const type of BOTH) expect(isVideo(await someVideo({ type }))).toBe(true);
  expect(isVideo(said("OggS"))).toBe(false);
  expect(isVideo(Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x80))).toBe(false);
});
