import encodeQR from "qr";

/** Modules of quiet that a reader wants around a code (ISO/IEC 18004). */
const QUIET = 4;
/** Points a side of a module: some 400 to the inch on paper, and no viewer that smooths makes it unreadable. */
const POINTS = 6;

/**
 * A code as points, a byte each, black or white, row by row. As outlines its thousand strokes would weigh six times as much in the
 * file.
 */
export function codePicture(text: string): { readonly side: number; readonly points: Uint8Array } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const side = rows.length * POINTS;
  const points = new Uint8Array(side * side).fill(255);
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = y * POINTS; line < (y + 1) * POINTS; line++)
        points.fill(0, line * side + x * POINTS, line * side + (x + 1) * POINTS);
    });
  });
  return { side, points };
}
