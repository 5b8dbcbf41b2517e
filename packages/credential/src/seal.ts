import { sha256 } from "./sha256.ts";

/** The colours of the cloth, as on paper and on screen. */
export const SEAL_COLOURS = {
  nila: "#1B4B8A",
  argan: "#2B6A3D",
  zaafran: "#F0A500",
  tadelakt: "#A84A24",
} as const;
export type SealColour = keyof typeof SEAL_COLOURS;

/** Lozenges a side; the outer five columns and rows are drawn, the rest are their mirror. */
const SIDE = 9;
const HALF = 5;
const CELL = 8;
/** The side of the drawing in user units: `viewBox="0 0 72 72"`. */
export const SEAL_SIZE = SIDE * CELL;

/** Three bits a lozenge: three chances in eight of bare cloth, indigo twice as likely as the rest. */
const THREADS: readonly (SealColour | undefined)[] = [
  undefined,
  undefined,
  undefined,
  "nila",
  "nila",
  "argan",
  "tadelakt",
  "zaafran",
];

/**
 * The weave seal of a certificate's number: SVG path data for each colour, in a square of `SEAL_SIZE` units.
 * Nine by nine lozenges, mirrored both ways, drawn from SHA-256. It helps the eye compare paper and screen;
 * the proof is the server's answer.
 */
export function seal(text: string): Readonly<Record<SealColour, string>> {
  const paths = { nila: "", argan: "", zaafran: "", tadelakt: "" };
  for (const { x, y, colour } of lozenges(text))
    paths[colour] += `M${x} ${y - CELL / 2}l4 4-4 4-4-4z`;
  return paths;
}

/** A lozenge of the seal: its middle, in the units of the drawing; it reaches four to every side. */
export type Lozenge = { readonly x: number; readonly y: number; readonly colour: SealColour };

/** The seal lozenge by lozenge, for whoever draws it otherwise than as SVG. */
export function lozenges(text: string): readonly Lozenge[] {
  const hash = sha256(text);
  return Array.from({ length: HALF * HALF }).flatMap((_, index) => {
    const colour = THREADS[bitsAt(hash, index * 3)];
    return colour ? mirrored(index % HALF, Math.floor(index / HALF), colour) : [];
  });
}

function bitsAt(hash: Uint8Array, start: number): number {
  let bits = 0;
  for (let bit = start; bit < start + 3; bit += 1)
    bits = (bits << 1) | (((hash[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  return bits;
}

/** The lozenge and its mirrors, each once: those on an axis mirror onto themselves. */
function mirrored(column: number, row: number, colour: SealColour): readonly Lozenge[] {
  const columns = new Set([column, SIDE - 1 - column]);
  const rows = new Set([row, SIDE - 1 - row]);
  const middle = (cell: number): number => cell * CELL + CELL / 2;
  return [...rows].flatMap((y) =>
    [...columns].map((x) => ({ x: middle(x), y: middle(y), colour })),
  );
}
