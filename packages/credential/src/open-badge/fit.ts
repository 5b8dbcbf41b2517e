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
  // More never takes less room.
  const more = largest([0, of.more], (each) => isRoom({ limit: ENOUGH, more: each }));
  const least = isRoom({ limit: ENOUGH, more }) ? ENOUGH : LEAST;
  const limit = largest([least, MOST], (each) => isRoom({ limit: each, more }));
  const written = write({ limit, more });
  return fits(written) ? written : undefined;
}

/** The largest that holds, of what holds up to somewhere; the first where none does. The last is tried first: mostly it holds. */
function largest([from, to]: readonly [number, number], holds: (of: number) => boolean): number {
  if (holds(to)) return to;
  let [low, high] = [from, to - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
