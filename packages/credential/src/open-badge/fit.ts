const utf8 = new TextEncoder();
const ELLIPSIS = "…";
const signs = new Intl.Segmenter("und");
/** Bytes that a text keeps, 45 letters of Arabic, before what is less needed gives way to it. */
const ENOUGH = 90;
/** Bytes that it keeps in any case. */
const LEAST = 32;
const MOST = 2_400;

const bytesIn = (text: string): number => utf8.encode(text).length;

/**
 * A text of at most so many bytes of UTF-8, cut between what readers see as signs and marked as cut: a letter keeps its vowel points,
 * and a sign that is written as several is not left half.
 */
export function cut(text: string, limit: number): string {
  if (bytesIn(text) <= limit) return text;
  let kept = "";
  let room = limit - bytesIn(ELLIPSIS);
  for (const { segment } of signs.segment(text)) {
    room -= bytesIn(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** How a thing is written: with texts of at most so many bytes, and with the first so many of what may be left out. */
export type Detail = { readonly limit: number; readonly more: number };

/**
 * The fullest that fits. First what may be left out gives way, from its end, until the texts of the rest have `ENOUGH`; then all texts
 * are cut at one length, the longest that lets the whole fit. The same thing is always cut in the same places. Nothing when it does not
 * fit however short its texts are.
 */
export function fitted<T>(of: {
  readonly more: number;
  readonly write: (detail: Detail) => T;
  readonly fits: (written: T) => boolean;
}): T | undefined {
  const { write, fits } = of;
  const isRoom = (detail: Detail): boolean => fits(write(detail));
  let { more } = of;
  while (more > 0 && !isRoom({ limit: ENOUGH, more })) more--;
  let [low, high] = [isRoom({ limit: ENOUGH, more }) ? ENOUGH : LEAST, MOST];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isRoom({ limit: middle, more })) low = middle;
    else high = middle - 1;
  }
  const written = write({ limit: low, more });
  return fits(written) ? written : undefined;
}
