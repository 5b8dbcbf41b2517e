import { type PngParts, pngParts, SAMPLES } from "./png-chunks.ts";
import type { Points } from "./shrink.ts";

/** First point and distance of each pass of an interlaced picture, across and down. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

/** A PNG's points, in eight bits. @throws RangeError or a fault of zlib when it is broken */
export function readPng(bytes: Uint8Array): Points {
  const parts = pngParts(bytes);
  const { width, height, rows, depth, colour } = parts;
  const data = new Uint8ClampedArray(width * height * 4);
  const bits = depth * (SAMPLES[colour] ?? 1);
  let at = 0;
  for (const [left, top, across, down] of parts.interlaced ? PASSES : WHOLE) {
    const count = Math.ceil((width - left) / across);
    const size = Math.ceil((count * bits) / 8);
    let above: Uint8Array = new Uint8Array(size);
    for (let y = top; count > 0 && y < height; y += down) {
      if (at + 1 + size > rows.length) throw new RangeError("rows are missing");
      const row = rows.subarray(at + 1, at + 1 + size);
      unfilter(row, { above, filter: rows[at] ?? 0, back: Math.max(1, bits >> 3) });
      for (let point = 0; point < count; point += 1)
        paint(data, (y * width + left + point * across) * 4, { parts, row, point });
      above = row;
      at += 1 + size;
    }
  }
  return { data, width, height };
}

/** Each byte is told by how it differs from the one before, the one above, or both (ISO/IEC 15948 §9). */
function unfilter(
  row: Uint8Array,
  { above, filter, back }: { above: Uint8Array; filter: number; back: number },
): void {
  if (filter > 4) throw new RangeError("no such filter");
  if (filter === 0) return;
  for (let at = 0; at < row.length; at += 1) {
    const left = at < back ? 0 : (row[at - back] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < back ? 0 : (above[at - back] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0];
    row[at] = (row[at] ?? 0) + (guess[filter] ?? 0);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((it) => Math.abs(guess - it)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

type Point = { readonly parts: PngParts; readonly row: Uint8Array; readonly point: number };

function paint(data: Uint8ClampedArray, at: number, { parts, row, point }: Point): void {
  const { depth, colour, palette, transparency } = parts;
  const samples = SAMPLES[colour] ?? 1;
  const raw = (index: number): number => sampleOf(row, point * samples + index, depth);
  const full = (index: number): number => (raw(index) * 255) / (2 ** depth - 1);
  if (colour === 3) {
    const index = raw(0);
    if (palette === undefined || index * 3 + 2 >= palette.length)
      throw new RangeError("no such colour");
    data.set(palette.subarray(index * 3, index * 3 + 3), at);
    data[at + 3] = transparency?.[index] ?? 255;
    return;
  }
  const isGrey = colour === 0 || colour === 4;
  data[at] = full(0);
  data[at + 1] = full(isGrey ? 0 : 1);
  data[at + 2] = full(isGrey ? 0 : 2);
  if (colour >= 4) data[at + 3] = full(samples - 1);
  else data[at + 3] = isClear(transparency, samples, raw) ? 0 : 255;
}

/** Without a cover of its own, one colour may stand for nothing. */
const isClear = (
  transparency: Uint8Array | undefined,
  samples: number,
  raw: (index: number) => number,
): boolean =>
  transparency?.length === samples * 2 &&
  Array.from({ length: samples }, (_, index) => index).every(
    (index) => sampleOf(transparency, index, 16) === raw(index),
  );

function sampleOf(row: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return row[index] ?? 0;
  if (depth === 16) return ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}
