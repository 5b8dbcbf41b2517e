import { describe, expect, it } from "vitest";
import { openCodecs } from "./codecs.ts";
import { fewColours } from "./few-colours.ts";
import { inPackage } from "./in-package.ts";
import { openPictures } from "./index.ts";
import { readPng } from "./read-png.ts";
import type { Points } from "./shrink.ts";
import { writePng } from "./write-png.ts";

const codecs = openCodecs(inPackage);
const pictures = openPictures(() => Promise.resolve(codecs));
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff;
const read = async (bytes: Uint8Array): Promise<Points> => {
  const points = isJpeg(bytes) ? await codecs.read.jpeg(bytes) : readPng(bytes);
  if (!points) throw new Error("unreadable");
  return points;
};
const filled = (
  width: number,
  height: number,
  at: (x: number, y: number) => readonly [number, number, number, number],
): Points => ({
  ...{ width, height },
  data: Uint8ClampedArray.from(
    Array.from({ length: width * height }, (_, point) => at(point % width, Math.floor(point / width))).flat(), // prettier-ignore
  ),
});
const brought = async (points: Points): Promise<Uint8Array> => (await codecs.writer())(points, 90);

describe("a picture in few colours", () => {
  it("is the same picture where it has no more, and reads back as it was", () => {
    const colours = [[255, 255, 255], [0, 0, 0], [200, 30, 30], [1, 2, 3], [27, 75, 138]] as const; // prettier-ignore
    for (const width of [1, 2, 3, 7, 8, 9, 19])
      for (const count of [1, 2, 3, 5]) {
        const points = filled(width, 11, (x, y) => [
          ...(colours[(x * 3 + y * y) % count] ?? colours[0]),
          255,
        ]);
        const few = fewColours(points, 8);
        expect(few.off).toBe(0);
        expect(readPng(writePng(few))).toEqual(points);
      }
  });

  it("keeps the colour that there is most of as it is: white stays white", () => {
    const noise = filled(40, 40, (x, y) =>
      x < 30 ? [255, 255, 255, 255] : [(x * 37 + y * 91) % 256, (x * y) % 256, (y * 53) % 256, 255],
    );
    const { data } = readPng(writePng(fewColours(noise, 4)));
    expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  });
});

describe("a logo or a signature for paper", () => {
  const stroke = filled(260, 90, (x, y) =>
    Math.abs(45 + 30 * Math.sin(x / 12) - y) < 3 ? [26, 35, 126, 255] : [0, 0, 0, 0],
  );
  const noise = filled(177, 177, (x, y) => {
    const at = Math.imul(x * 177 + y + 1, 2_654_435_761);
    return [at >>> 24, (at >>> 16) & 255, (at >>> 8) & 255, 255];
  });

  it("covers the colour that it stands on", async () => {
    const place = { as: "signature", ground: "#e3ebf5" } as const;
    const drawn = await pictures.forPaper(await brought(stroke), place);
    for (const bytes of [drawn.good(), drawn.small()]) {
      const { data } = await read(bytes);
      const corner = [0xe3, 0xeb, 0xf5].map((sample, at) => Math.abs(sample - (data[at] ?? 0)));
      expect(Math.max(...corner)).toBeLessThanOrEqual(isJpeg(bytes) ? 8 : 0);
    }
  });

  it.each([
    ["what is drawn", stroke, "signature", 4_000, 1_050],
    ["what is all noise", noise, "logo", 6_000, 1_600],
  ] as const)(
    "weighs what its place allows, and the same each time: %s",
    async (_, points, as, good, small) => {
      const bytes = await brought(points);
      const once = await pictures.forPaper(bytes, { as, ground: "#ffffff" });
      expect(once.good().length).toBeLessThanOrEqual(good);
      expect(once.small().length).toBeLessThanOrEqual(small);
      const again = await pictures.forPaper(bytes, { as, ground: "#ffffff" });
      expect([again.good(), again.small()]).toEqual([once.good(), once.small()]);
    },
  );

  it("has 200 points to the inch and more where there is room: a logo is 15 mm high", async () => {
    const logo = filled(240, 240, (x, y) => [
      Math.floor(x / 40) * 50,
      Math.floor(y / 40) * 50,
      90,
      255,
    ]);
    const place = { as: "logo", ground: "#ffffff" } as const;
    const drawn = await pictures.forPaper(await brought(logo), place);
    expect((await read(drawn.good())).height).toBeGreaterThanOrEqual(118);
  });
});
