/** Where a sentence lies in its text: `text.slice(from, to)`, without the white space about it. UTF-16 code units. */
export type Span = { readonly from: number; readonly to: number };

/** Divides by the rules of Unicode (UAX 29); a browser without `Intl.Segmenter` has none. */
export type Divide = (text: string) => readonly number[];

/** What ends a sentence where nobody knows better: Latin, Arabic, the Tifinagh separator, with what closes it. */
const END = /[.!?…؟۔⵰]+[»”"')\]\s]*\s/g;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** After these a point ends nothing. Lower case, without the point. */
const SHORT = words("cf env ex mme mlle mr mrs ms dr pr st vs réf tél e.g i.e");
/** After these it ends nothing when a figure follows: `art. 5`, but "No. Then". */
const BEFORE_FIGURES = words("art arts al chap ch fig n° nº no p pp vol ص م رقم");
const LAST_WORD = /([^\s(«“"'’]*)\.\s*$/u;

/** The cuts of a browser that knows the language, or nothing where it has no `Intl.Segmenter`. */
export function divideIn(
  language: string,
  from: { readonly Segmenter?: typeof Intl.Segmenter } = Intl,
): Divide | undefined {
  const segmenter = from.Segmenter && new from.Segmenter(language, { granularity: "sentence" });
  if (!segmenter) return undefined;
  return (text) =>
    Array.from(segmenter.segment(text), ({ index }) => {
      // French sets a space before its closing quotation mark, which Unicode takes for the next sentence's first sign.
      const closing = /^[»”]\s*/.exec(text.slice(index))?.[0] ?? "";
      return index + closing.length;
    });
}

const byPunctuation: Divide = (text) => [
  0,
  ...Array.from(text.matchAll(END), (match) => match.index + match[0].length),
];

/** Whether a piece goes on in what follows: it ends with an abbreviation or an initial, or is the number of a list. */
function goesOn(piece: string, next: string): boolean {
  const word = LAST_WORD.exec(piece)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  if (SHORT.has(word) || /^\p{L}$/u.test(word)) return true;
  return BEFORE_FIGURES.has(word) ? /^\s*\d/.test(next) : /^\s*\d{1,2}\.\s*$/.test(piece);
}

/**
 * The sentences of a text, to be spoken and shown one by one. A line break and a semicolon (`;`, `؛`) end one as well: they
 * are where a speaker breathes. Neither `art. 5` nor `1.200,50` is cut. `divide` is for tests and for browsers without one.
 */
export function sentencesOf(text: string, divide: Divide = byPunctuation): readonly Span[] {
  const spans: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n;؛]+[;؛]*/g)) {
    const starts = divide(line);
    let from = 0;
    starts.forEach((_, at) => {
      const to = starts[at + 1] ?? line.length;
      const piece = line.slice(from, to);
      if (to < line.length && goesOn(piece, line.slice(to))) return;
      const begin = index + from + (piece.length - piece.trimStart().length);
      if (/[\p{L}\p{N}]/u.test(piece)) spans.push({ from: begin, to: begin + piece.trim().length });
      from = to;
    });
  }
  return spans;
}
