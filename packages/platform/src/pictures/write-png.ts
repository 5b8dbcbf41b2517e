import { crc32, deflateSync } from "node:zlib";
import type { Indexed } from "./few-colours.ts";

/** A picture of few colours as PNG (ISO/IEC 15948), in as few bits a point as they need. */
export function writePng({ width, height, places, palette }: Indexed): Uint8Array {
  const bits = [1, 2, 4, 8].find((each) => 2 ** each >= palette.length / 3) ?? 8;
  const row = 1 + Math.ceil((width * bits) / 8);
  const rows = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * row + 1 + ((x * bits) >> 3);
      const shift = 8 - bits - ((x * bits) & 7);
      rows[at] = (rows[at] ?? 0) | ((places[y * width + x] ?? 0) << shift);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, INDEXED, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", head),
      chunk("PLTE", palette),
      chunk("IDAT", deflateSync(rows, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}
const INDEXED = 3;

function chunk(type: string, data: Uint8Array): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
