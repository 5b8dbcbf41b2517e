import { inflateSync } from "node:zlib";

/** What a PNG says of itself (ISO/IEC 15948), and its rows as they lie there, each with its filter before it. */
export type PngParts = {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array | undefined;
  readonly transparency: Uint8Array | undefined;
  readonly rows: Uint8Array;
};

/** Samples a point, by colour type: grey, colour, palette, grey and cover, colour and cover. */
export const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Unfolds no more than a picture of that size can hold. @throws RangeError or a fault of zlib when it is broken */
export function pngParts(bytes: Uint8Array): PngParts {
  const chunks = chunksOf(bytes);
  const [head] = chunks.get("IHDR") ?? [];
  if (head?.length !== 13) throw new RangeError("no header");
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [depth = 0, colour = 0, , , interlace = 0] = head.subarray(8);
  if (!DEPTHS[colour]?.includes(depth) || interlace > 1) throw new RangeError("no such kind");
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  // Seven passes of an interlaced picture begin more rows than there are.
  const most = (Math.ceil((width * depth * (SAMPLES[colour] ?? 1)) / 8) + 1) * (height + 8) * 2;
  const rows = inflateSync(Buffer.concat(chunks.get("IDAT") ?? []), { maxOutputLength: most });
  const [palette] = chunks.get("PLTE") ?? [];
  const [transparency] = chunks.get("tRNS") ?? [];
  return { width, height, depth, colour, interlaced: interlace === 1, palette, transparency, rows };
}

/** Chunks by their name, up to the end. What stands behind it is no picture. */
function chunksOf(bytes: Uint8Array): ReadonlyMap<string, readonly Uint8Array[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; ;) {
    // Past the end, this throws.
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === "IEND") return chunks;
    if (at + 12 + length > bytes.length) throw new RangeError("cut off");
    const named = chunks.get(name) ?? [];
    named.push(bytes.subarray(at + 8, at + 8 + length));
    chunks.set(name, named);
    at += 12 + length;
  }
}
