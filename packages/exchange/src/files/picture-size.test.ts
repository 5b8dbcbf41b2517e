import { expect, it } from "vitest";
import { PNG } from "../testing/files.ts";
import { pictureSize } from "./picture-size.ts";

/** Bytes and letters in a row, with nothing behind them. */
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => {
  const all = parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (sign) => sign.charCodeAt(0)) : [...part])); // prettier-ignore
  return Uint8Array.from([...all, ...Array.from({ length: 40 }, () => 0)]);
};
const webp = (...inside: readonly (string | readonly number[])[]) =>
  bytes("RIFF", [0, 0, 0, 0], "WEBP", ...inside);

it.each<[string, Uint8Array, object | undefined]>([
  ["PNG", PNG, { width: 1, height: 1 }],
  ["JPEG, whose size stands behind other parts", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 9, 9, 0xff, 0xc0, 0, 17, 8, 1, 44, 2, 88]), { width: 600, height: 300 }], // prettier-ignore
  ["lossy WebP", webp("VP8 ", [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x58, 2, 0x2c, 1]), { width: 600, height: 300 }], // prettier-ignore
  ["lossless WebP", webp("VP8L", [0, 0, 0, 0, 0x2f, 0x57, 0xc2, 0x4a, 0]), { width: 600, height: 300 }], // prettier-ignore
  ["extended WebP", webp("VP8X", [10, 0, 0, 0, 0, 0, 0, 0, 0x57, 2, 0, 0x2b, 1, 0]), { width: 600, height: 300 }], // prettier-ignore
  ["a drawing", bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300">'), { width: 600, height: 300 }], // prettier-ignore
  ["a drawing that does not say it", bytes("<svg xmlns='http://www.w3.org/2000/svg'>"), undefined],
  ["half of a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]), undefined],
  ["next to nothing", Uint8Array.of(0xff, 0xd8), undefined],
  ["a text", bytes("une image qui n’en est pas une"), undefined],
])("the size of %s is in its first bytes", (_, file, size) => {
  expect(pictureSize(file)).toEqual(size);
});
