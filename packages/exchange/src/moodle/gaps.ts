/** One of the words that may be put into a gap. `weight`: its part of the mark, in percent. */
export type Alternative = {
  readonly weight: number;
  readonly text: string;
  readonly feedback: string;
};
export type MoodleGap = { readonly kind: string; readonly alternatives: readonly Alternative[] };

const BEGIN = /\{\d*:([A-Z_]{2,20}):/g;
/** A sign that is not meant is written behind a backslash, or as a character by its number: `&#126;`. */
const ESCAPED = /\\([\\~#}={"/])/g;

/** Where a sign stands that means something; -1 for nowhere. */
function meant(text: string, signs: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (signs.includes(text[at] ?? "") && !(text[at] === "#" && text[at - 1] === "&"))
      return at;
  }
  return -1;
}

function cut(text: string, sign: string): string[] {
  const at = meant(text, sign, 0);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function alternativesIn(text: string): Alternative[] {
  const all: Alternative[] = [];
  for (let rest: string | undefined = text; rest !== undefined;) {
    const [one = "", next]: readonly string[] = cut(rest, "~");
    rest = next;
    const begins = /^\s*(?:(=)|%(-?\d+(?:\.\d+)?)%)?/.exec(one);
    const [words = "", feedback = ""] = cut(one.slice(begins?.[0].length ?? 0), "#");
    const weight = begins?.[1] ? 100 : Number(begins?.[2] ?? 0);
    if (words.trim() !== "")
      all.push({
        weight,
        text: words.replaceAll(ESCAPED, "$1").trim(),
        feedback: feedback.replaceAll(ESCAPED, "$1").trim(),
      });
  }
  return all;
}

/**
 * The gaps of a text with embedded answers (`{1:MULTICHOICE:=salt~sugar}`), and the text with something else in their places. A brace
 * that never closes is a brace.
 */
export function withoutGaps(text: string, by: (at: number) => string) {
  const gaps: MoodleGap[] = [];
  let [whole, from] = ["", 0];
  for (const found of text.matchAll(BEGIN)) {
    if (found.index < from) continue;
    const begin = found.index + found[0].length;
    const end = meant(text, "}", begin);
    if (end < 0) break;
    whole += text.slice(from, found.index) + by(gaps.length);
    gaps.push({ kind: found[1] ?? "", alternatives: alternativesIn(text.slice(begin, end)) });
    from = end + 1;
  }
  return { text: whole + text.slice(from), gaps };
}
