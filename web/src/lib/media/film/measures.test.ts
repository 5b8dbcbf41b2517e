import fc from "fast-check";
import { expect, it } from "vitest";
import { sizeOf } from "./measures.ts";

it.each([
  [1920, 1080, 640, 360],
  [1080, 1920, 360, 640],
  [4000, 3000, 480, 360],
  [720, 720, 360, 360],
  [320, 240, 320, 240],
  [641, 361, 638, 360],
])("a video of %d × %d becomes %d × %d", (width, height, ...size) => {
  const smaller = sizeOf({ width, height });
  expect([smaller.width, smaller.height]).toEqual(size);
});

it("is within 360p and even, whatever it was", () => {
  const side = fc.integer({ min: 1, max: 8000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const { width: w, height: h } = sizeOf({ width, height });
      expect([w % 2, h % 2]).toEqual([0, 0]);
      expect(Math.max(w, h)).toBeLessThanOrEqual(640);
      expect(Math.min(w, h)).toBeLessThanOrEqual(360);
    }),
  );
});
