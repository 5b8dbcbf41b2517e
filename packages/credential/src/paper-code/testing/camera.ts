import encodeQR from "qr";

/** What a cheap camera makes of a square, for tests: turned, blurred and noisy, row by row in four bytes a point. */
export type Shot = {
  readonly side: number;
  /** Degrees by which the paper lies askew. */
  readonly turned: number;
  /** Points over which light spreads, to each side. */
  readonly blur: number;
  /** How far a point may be off, of 255. */
  readonly noise: number;
  readonly seed: number;
};

export function photograph(text: string, { side, turned, blur, noise, seed }: Shot) {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  // The paper fills four fifths of the picture; beside it lies a grey table.
  const scale = modules.length / (side * 0.8);
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const light = new Float32Array(side * side).map((_, at) => {
    const [x, y] = [(at % side) - side / 2, Math.floor(at / side) - side / 2];
    const column = Math.floor((x * cos + y * sin) * scale + modules.length / 2);
    const row = Math.floor((y * cos - x * sin) * scale + modules.length / 2);
    const dark = modules[row]?.[column];
    return dark === undefined ? 150 : dark ? 40 : 215;
  });
  const soft = spread(spread(light, { side, blur, step: 1 }), { side, blur, step: side });
  const random = randomFrom(seed);
  const rgba = new Uint8ClampedArray(side * side * 4);
  soft.forEach((value, at) => {
    rgba.fill(value + (random() - 0.5) * 2 * noise, at * 4, at * 4 + 3);
    rgba[at * 4 + 3] = 255;
  });
  return { data: rgba, width: side, height: side, colorSpace: "srgb" } as const;
}

/** A mean along rows or columns, twice, which is near a bell. */
function spread(
  light: Float32Array,
  { side, blur, step }: { side: number; blur: number; step: number },
): Float32Array {
  const once = (from: Float32Array): Float32Array =>
    from.map((_, at) => {
      const place = step === 1 ? at % side : Math.floor(at / side);
      let [sum, count] = [0, 0];
      for (let away = -blur; away <= blur; away += 1) {
        if (place + away < 0 || place + away >= side) continue;
        sum += from[at + away * step] ?? 0;
        count += 1;
      }
      return sum / count;
    });
  return blur === 0 ? light : once(once(light));
}

/** Mulberry32: the same noise for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
