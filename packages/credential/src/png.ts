/** Points row by row from the top left, four bytes each: red, green, blue, and how much of it covers. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
};
/** What Node has and a browser has otherwise. */
export type Squeeze = {
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  readonly crc32: (bytes: Uint8Array) => number;
};

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A picture as PNG (ISO/IEC 15948): flat shapes on a grid need no library that rasterises, only this. */
export function png({ width, height, rgba }: Picture, { deflate, crc32 }: Squeeze): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const body = joined([new TextEncoder().encode(type), data]);
    return joined([word(data.length), body, word(crc32(body))]);
  };
  // Eight bits a channel, with alpha; no interlacing.
  const head = joined([word(width), word(height), Uint8Array.of(8, 6, 0, 0, 0)]);
  return joined([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("IDAT", deflate(unfiltered({ width, height, rgba }))),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Each row begins with the number of its filter: 0, none. */
function unfiltered({ width, height, rgba }: Picture): Uint8Array {
  const row = width * 4;
  const rows = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y += 1)
    rows.set(rgba.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return rows;
}

const word = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
