import type { RichInline } from "@twiza/contract";

export type Mark = NonNullable<RichInline["marks"]>[number];
/** What stands among words: a mark around some of them, or a line that ends. */
export type Sign = Mark | { readonly type: "break" };
export type Code = { readonly id: string; readonly sign: Sign };

/** Words and signs as they are nested, outermost first. */
export type Piece =
  | { readonly text: string }
  | { readonly sign: Sign; readonly inside: readonly Piece[] };

const ORDER = ["link", "bold", "italic"] as const;

const lines = (text: string): Piece[] =>
  text
    .split("\n")
    .flatMap((line, at) => [
      ...(at > 0 ? [{ sign: { type: "break" as const }, inside: [] }] : []),
      ...(line ? [{ text: line }] : []),
    ]);

/** Nests marks; neighbours under the same mark share it. */
export function nested(texts: readonly RichInline[], depth = 0): Piece[] {
  const type = ORDER[depth];
  if (!type) return texts.flatMap(({ text }) => lines(text));
  const markOf = (text: RichInline) => text.marks?.find((mark) => mark.type === type);
  const result: Piece[] = [];
  for (let at = 0; at < texts.length;) {
    const mark = texts[at] && markOf(texts[at] ?? { type: "text", text: "" });
    const isOther = (text: RichInline) => JSON.stringify(markOf(text)) !== JSON.stringify(mark);
    const other = texts.findIndex((text, index) => index > at && isOther(text));
    const end = other === -1 ? texts.length : other;
    const inside = nested(texts.slice(at, end), depth + 1);
    if (mark) result.push({ sign: mark, inside });
    else result.push(...inside);
    at = end;
  }
  return result;
}

const signsOf = (pieces: readonly Piece[]): Sign[] =>
  pieces.flatMap((piece) => ("text" in piece ? [] : [piece.sign, ...signsOf(piece.inside)]));

const sameSign = (a: Sign, b: Sign): boolean =>
  a.type === b.type && (a.type !== "link" || (b.type === "link" && a.attrs.href === b.attrs.href));

/** The signs of a sentence with their ids, in the order in which they begin. */
export const codesOf = (texts: readonly RichInline[], newId: () => string): Code[] =>
  signsOf(nested(texts)).map((sign) => ({ id: newId(), sign }));

/** The signs of a translation: each has the id of the sign of the original that it stands for, or one of its own. */
export function codesAfter(
  texts: readonly RichInline[],
  original: readonly Code[],
  newId: () => string,
): Code[] {
  const left = [...original];
  return signsOf(nested(texts)).map((sign) => {
    const at = left.findIndex((code) => sameSign(code.sign, sign));
    const [code] = at === -1 ? [] : left.splice(at, 1);
    return code ?? { id: newId(), sign };
  });
}

/** Gives ids that nothing else in a unit has. */
export function counter(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return prefix + String(count);
  };
}
