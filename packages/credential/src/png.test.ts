import { crc32, deflateSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { png } from "./png.ts";
import { lozenges, SEAL_COLOURS } from "./seal.ts";
import { sealPicture } from "./seal-picture.ts";

const squeeze = { deflate: deflateSync, crc32 };
const number = "TWZ-a1b2c3-2026-000123";

describe("a PNG", () => {
  it("holds the points that were drawn, in chunks whose sums are right", () => {
    const rgba = Uint8Array.from({ length: 3 * 2 * 4 }, (_, index) => index * 10);
    const chunks = chunksOf(png({ width: 3, height: 2, rgba }, squeeze));
    expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "IDAT", "IEND"]);
    expect([...(chunks[0]?.data ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
    const rows = inflateSync(chunks[1]?.data ?? new Uint8Array());
    expect([...rows]).toEqual([0, ...rgba.subarray(0, 12), 0, ...rgba.subarray(12)]);
  });
});

describe("the seal as messengers show it", () => {
  const picture = sealPicture(number);

  it("is 1200 × 630, and far lighter than the 300 KB that they take", () => {
    expect([picture.width, picture.height]).toEqual([1200, 630]);
    const file = png(picture, squeeze);
    expect(file.length).toBeGreaterThan(1000);
    expect(file.length).toBeLessThan(60_000);
  });

  it("has the very lozenges of the seal, in their colours, on paper", () => {
    const at = (x: number, y: number) => {
      const start = (Math.round(y) * picture.width + Math.round(x)) * 4;
      const [red = 0, green = 0, blue = 0] = picture.rgba.subarray(start);
      return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    };
    const found = lozenges(number);
    expect(found.length).toBeGreaterThan(10);
    for (const { x, y, colour } of found)
      expect(at(348 + x * 7, 63 + y * 7)).toBe(SEAL_COLOURS[colour].toLowerCase());
    expect(at(10, 10)).toBe("#faf6ef");
  });
});

function chunksOf(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let at = 8; at < file.length;) {
    const length = view.getUint32(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: new TextDecoder().decode(body.subarray(0, 4)), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}
