import { readFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import writeJpeg from "@jsquash/jpeg/codec/enc/mozjpeg_enc.js";
import { defaultOptions } from "@jsquash/jpeg/meta.js";
import { MEDIA_LIMITS } from "@twiza/contract";
import type { DrawnPicture } from "@twiza/core";
import { describe, expect, it } from "vitest";
import { openCodecs, within } from "./codecs.ts";
import { declared } from "./declared.ts";
import { inPackage } from "./in-package.ts";
import { openPictures } from "./index.ts";
import { readPng } from "./read-png.ts";
import { fitted, shrunk } from "./shrink.ts";

const codecs = openCodecs(inPackage);
const pictures = openPictures(() => Promise.resolve(codecs));
const said = (text: string): Buffer => Buffer.from(text, "latin1");

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([said(type), data]);
  return Buffer.concat([word(data.length), body, word(crc32(body))]);
};
type Kind = { width: number; height: number; depth?: number; colour?: number; interlace?: number };
const pngOf = (
  { width, height, depth = 8, colour = 2, interlace = 0 }: Kind,
  rows: Uint8Array,
  ...others: Buffer[]
): Buffer =>
  Buffer.concat([
    said("\x89PNG\r\n\x1a\n"),
    chunk(
      "IHDR",
      Buffer.concat([word(width), word(height), Buffer.from([depth, colour, 0, 0, interlace])]),
    ),
    ...others,
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);

/** Noise, which no codec makes small. */
function noisy(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  let seed = 1;
  for (let at = 0; at < rows.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    rows[at] = at % (width * 3 + 1) === 0 ? 0 : seed >> 16;
  }
  return pngOf({ width, height }, rows);
}

const flat = (width: number, height: number): Buffer =>
  pngOf({ width, height }, Buffer.alloc(height * (width * 3 + 1)));
const drawn = async (bytes: Uint8Array): Promise<DrawnPicture> => {
  const it = await pictures.redraw(bytes);
  if (typeof it === "string") throw new Error(it);
  return it;
};

/** A picture as a camera writes it, with nothing in it but the picture. */
async function jpegOf(width: number, height: number): Promise<Uint8Array> {
  const file = await readFile(inPackage("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"));
  const codec = await writeJpeg(within(new WebAssembly.Module(file)));
  const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => (at * 7) & 255);
  const bytes = codec.encode(data, width, height, defaultOptions);
  return new Uint8Array(bytes);
}

describe("a picture that is taken in", () => {
  it("is a WebP of at most 1280 points a side and 60 KB, whatever it was", async () => {
    for (const bytes of [flat(2000, 500), noisy(900, 700)]) {
      const { bytes: made, width, height } = await drawn(bytes);
      expect(declared(made)).toEqual({ type: "webp", width, height });
      expect(made.length).toBeLessThanOrEqual(MEDIA_LIMITS.pictureBytes);
      expect(Math.max(width, height)).toBeLessThanOrEqual(MEDIA_LIMITS.side);
    }
  }, 60_000);

  it("may be finer where it proves something, within the limits that are asked for", async () => {
    const limits = { side: 1600, bytes: 200_000 };
    const it = await pictures.redraw(flat(2000, 1000), limits);
    if (typeof it === "string") throw new Error(it);
    expect(declared(it.bytes)).toEqual({ type: "webp", width: 1600, height: 800 });
    const noise = await pictures.redraw(noisy(900, 700), limits);
    const bytes = typeof noise === "string" ? 0 : noise.bytes.length;
    expect(bytes).toBeGreaterThan(MEDIA_LIMITS.pictureBytes);
    expect(bytes).toBeLessThanOrEqual(limits.bytes);
  }, 60_000);

  it("brings nothing along but its points: no place, no remark, nothing behind its end", async () => {
    const secret = said("GPS 33.971 -6.849 <script>");
    const bytes = Buffer.concat([
      pngOf(
        { width: 60, height: 40 },
        Buffer.alloc(40 * 181),
        chunk("eXIf", secret),
        chunk("iCCP", secret),
      ),
      secret,
    ]);
    const { bytes: made } = await drawn(bytes);
    expect(Buffer.from(made).includes("GPS")).toBe(false);
    expect(Buffer.from(made).includes("script")).toBe(false);
  });

  it("that is taken in once more stays a picture", async () => {
    const first = await drawn(noisy(300, 200));
    expect(await drawn(first.bytes)).toMatchObject({ width: 300, height: 200 });
  });

  it("is refused before it is unfolded when it says that it is huge", async () => {
    expect(await pictures.redraw(pngOf({ width: 50_000, height: 50_000 }, Buffer.alloc(10)))).toBe(
      "too_large",
    );
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    [
      "a drawing that could run something",
      said("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    ],
    ["a page of a web site", said("<!doctype html><p>hello")],
    ["a moving picture", said("GIF89a\x01\0\x01\0")],
    ["a recording", said("OggS\0\x02")],
    ["a PNG that is cut off", noisy(200, 200).subarray(0, 4000)],
    ["a PNG of nothing", flat(0, 10)],
    ["a PNG with less in it than it says", pngOf({ width: 4000, height: 3000 }, Buffer.alloc(100))],
    [
      "a PNG that unfolds to more than it says",
      pngOf({ width: 4, height: 4 }, Buffer.alloc(50_000_000)),
    ],
    ["the head of a JPEG", said("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0")],
    [
      "the head of a WebP",
      said("RIFF\x40\0\0\0WEBPVP8 \x30\0\0\0\x10\0\0\x9d\x01\x2a\x20\0\x20\0"),
    ],
  ])("is refused when it is %s", async (_, bytes) => {
    expect(await pictures.redraw(bytes)).toBe("unreadable");
  });

  it("stands as it was held, though the camera lay on its side, and does not tell where", async () => {
    const exif = said(
      "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 33.971",
    );
    const mark = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
    const jpeg = Buffer.from(await jpegOf(90, 60));
    const held = Buffer.concat([jpeg.subarray(0, 2), mark, exif, jpeg.subarray(2)]);
    const { bytes, width, height } = await drawn(held);
    expect([width, height]).toEqual([60, 90]);
    expect(Buffer.from(bytes).includes("GPS")).toBe(false);
    expect(await pictures.redraw(jpeg.subarray(0, jpeg.length - 40))).toBe("unreadable");
    const scans = Buffer.concat([jpeg, ...Array.from({ length: 70 }, () => said("\xff\xda"))]);
    expect(await pictures.redraw(scans)).toBe("unreadable");
  });
});

describe("a PNG", () => {
  const rgba = (bytes: Uint8Array): number[] => [...readPng(bytes).data];

  it.each([
    ["grey of one bit", { depth: 1, colour: 0 }, [0, 0b0100_0000], [0, 255]],
    ["grey of four bits", { depth: 4, colour: 0 }, [0, 0x0f], [0, 255]],
    ["grey of sixteen bits", { depth: 16, colour: 0 }, [0, 0, 0, 255, 255], [0, 255]],
  ] as const)("in %s is read", (_, kind, row, greys) => {
    const expected = greys.flatMap((grey) => [grey, grey, grey, 255]);
    expect(rgba(pngOf({ width: 2, height: 1, ...kind }, Uint8Array.from(row)))).toEqual(expected);
  });

  it("with a palette, some of it clear, is read; a colour that is not in it is refused", () => {
    const others = [
      chunk("PLTE", Uint8Array.of(9, 8, 7, 6, 5, 4)),
      chunk("tRNS", Uint8Array.of(0)),
    ];
    const kind = { width: 2, height: 1, depth: 2, colour: 3 };
    expect(rgba(pngOf(kind, Uint8Array.of(0, 0b0001_0000), ...others))).toEqual([
      9, 8, 7, 0, 6, 5, 4, 255,
    ]);
    expect(() => rgba(pngOf(kind, Uint8Array.of(0, 0b0011_0000), ...others))).toThrow(
      "no such colour",
    );
  });

  it.each([
    [1, [10, 20, 30, 1, 2, 3], [10, 20, 30, 255, 11, 22, 33, 255]],
    [2, [10, 20, 30, 1, 2, 3], [10, 20, 30, 255, 1, 2, 3, 255]],
    [3, [10, 20, 30, 1, 2, 3], [10, 20, 30, 255, 6, 12, 18, 255]],
    [4, [10, 20, 30, 1, 2, 3], [10, 20, 30, 255, 11, 22, 33, 255]],
  ])("whose first row has filter %d is read", (filter, row, points) => {
    expect(rgba(pngOf({ width: 2, height: 1 }, Uint8Array.of(filter, ...row)))).toEqual(points);
  });

  it("that is interlaced gives the points of one that is not", () => {
    const [width, height] = [9, 7];
    const grey = (x: number, y: number): number => (x * 20 + y * 7) & 255;
    const rowsOf = (passes: readonly (readonly number[])[]): Uint8Array =>
      Uint8Array.from(
        passes.flatMap(([left = 0, top = 0, across = 1, down = 1]) => {
          const rows: number[] = [];
          for (let y = top; y < height && left < width; y += down) {
            rows.push(0);
            for (let x = left; x < width; x += across) rows.push(grey(x, y));
          }
          return rows;
        }),
      );
    const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]]; // prettier-ignore
    const kind = { width, height, colour: 0 };
    expect(rgba(pngOf({ ...kind, interlace: 1 }, rowsOf(passes)))).toEqual(
      rgba(pngOf(kind, rowsOf([[0, 0, 1, 1]]))),
    );
  });
});

describe("making smaller", () => {
  it("keeps proportions and never makes larger", () => {
    expect(fitted({ width: 4000, height: 3000 }, 1280)).toEqual({ width: 1280, height: 960 });
    expect(fitted({ width: 100, height: 3000 }, 1280)).toEqual({ width: 43, height: 1280 });
    expect(fitted({ width: 30, height: 20 }, 1280)).toEqual({ width: 30, height: 20 });
  });

  it("gives each point the mean of what it stands for, and what is clear no colour", () => {
    const data = Uint8ClampedArray.of(0, 0, 0, 255, 100, 0, 0, 255, 0, 0, 0, 255, 100, 200, 0, 255);
    expect([...shrunk({ data, width: 2, height: 2 }, 1).data]).toEqual([50, 50, 0, 255]);
    const half = Uint8ClampedArray.of(80, 80, 80, 255, 0, 0, 0, 0);
    expect([...shrunk({ data: half, width: 2, height: 1 }, 1).data]).toEqual([80, 80, 80, 128]);
  });

  it("writes what it read, nearly", async () => {
    const data = new Uint8ClampedArray(64 * 64 * 4).fill(200);
    const write = await codecs.writer();
    const again = await codecs.read.webp(write({ data, width: 64, height: 64 }, 90));
    expect(again?.data.every((value) => Math.abs(value - 200) < 4)).toBe(true);
  });
});
