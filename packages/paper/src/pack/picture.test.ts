import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { leaner } from "./picture.ts";

const pictureOf = (width: number, points: Uint8Array, samples: number) => ({
  number: 7,
  text: `<<\n  /Length 9999\n  /Type /XObject\n  /Subtype /Image\n  /Filter /FlateDecode\n  /Width ${width}\n  /Height ${points.length / samples / width}\n  /ColorSpace 5 0 R\n  /BitsPerComponent 8\n>>`,
  stream: deflateSync(points, { level: 0 }),
});

/** The points that a reader shows, by what the dictionary says (ISO 32000-1 §8.9.5). */
function shownBy({ text, stream }: ReturnType<typeof leaner>, width: number): number[] {
  const bits = Number(/\/BitsPerComponent (\d)/.exec(text)?.[1]);
  const palette = /\/Indexed 5 0 R \d+ <([0-9a-f]+)>/.exec(text)?.[1];
  const bytes = inflateSync(stream ?? new Uint8Array());
  const row = Math.ceil((width * bits) / 8);
  const places = Array.from({ length: (bytes.length / row) * width }, (_, at) => {
    const [y, x] = [Math.floor(at / width), at % width];
    const byte = bytes[y * row + ((x * bits) >> 3)] ?? 0;
    return (byte >> (8 - bits - ((x * bits) & 7))) & (2 ** bits - 1);
  });
  if (palette === undefined) return places.map((place) => (place * 255) / (2 ** bits - 1));
  return places.flatMap((place) => [
    ...Buffer.from(palette.slice(place * 6, place * 6 + 6), "hex"),
  ]);
}

const same = (one: readonly number[], other: ArrayLike<number>): boolean =>
  one.join() === Array.from(other).join();

const sized = <T>(point: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 9 }))
    .chain(([width, height]) =>
      fc.tuple(
        fc.constant(width),
        fc.array(point, { minLength: width * height, maxLength: width * height }),
      ),
    );

it("a picture of few colours takes fewer bits a point, and shows the same points", () => {
  const colour = fc.constantFrom([255, 255, 255], [0, 0, 0], [27, 75, 138], [1, 2, 3], [9, 9, 9]);
  fc.assert(
    fc.property(sized(colour), ([width, colours]) => {
      const points = Uint8Array.from(colours.flat());
      const lean = leaner(pictureOf(width, points, 3));
      expect(lean.text.includes("BitsPerComponent 8") || same(shownBy(lean, width), points)).toBe(
        true,
      );
    }),
  );
});

it("black and white take one bit, sixteen greys four, and they stay as they are", () => {
  for (const step of [255, 17]) {
    const grey = fc.integer({ min: 0, max: 255 / step }).map((place) => place * step);
    fc.assert(
      fc.property(sized(grey), ([width, greys]) => {
        const lean = leaner(pictureOf(width, Uint8Array.from(greys), 1));
        expect(lean.text.includes("BitsPerComponent 8") || same(shownBy(lean, width), greys)).toBe(
          true,
        );
      }),
    );
  }
});

it("a photo stays as it was written", () => {
  const points = Uint8Array.from(
    { length: 3 * 400 },
    (_, at) => Math.imul(at + 1, 2_654_435_761) >>> 24,
  );
  const photo = pictureOf(20, points, 3);
  expect(leaner(photo)).toEqual(photo);
});
