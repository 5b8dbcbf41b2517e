import type { RichInline } from "@twiza/contract";
import { type Code, nested, type Piece } from "./inline-codes.ts";
import { element, escapeText } from "./markup.ts";
import { dataOf, type OriginalData, TYPES } from "./original-data.ts";

/** A sentence as XLIFF writes it: words, `<pc>` around marked ones, `<ph>` where a line ends. `codes` in order of their signs. */
export function writeInline(
  texts: readonly RichInline[],
  codes: readonly Code[],
  data: OriginalData,
): string {
  const waiting = [...codes];
  const write = (piece: Piece): string => {
    if ("text" in piece) return escapeText(piece.text);
    const id = waiting.shift()?.id;
    const { type, subType } = TYPES[piece.sign.type];
    const [start, end] = dataOf(piece.sign);
    const may = { canCopy: "no", canDelete: "no" };
    const dataRefStart = data.idOf(start);
    if (end === undefined)
      return element("ph", { id, ...may, dataRef: dataRefStart, type, subType }, "");
    const dataRefEnd = data.idOf(end);
    const inside = piece.inside.map(write).join("");
    return element("pc", { id, ...may, dataRefEnd, dataRefStart, type, subType }, inside);
  };
  return nested(texts).map(write).join("");
}
