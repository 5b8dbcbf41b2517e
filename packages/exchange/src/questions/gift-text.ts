import type { RichText } from "@twiza/contract";
import { plainTextOf } from "../compose/rich-text.ts";
import type { FlowPicture } from "../flow/flow.ts";
import { insideHtml, type Piece } from "../html/inside.ts";
import type { FurtherItem } from "../reading.ts";
import type { GiftText } from "./parse-gift.ts";
import { plainDoc } from "./plain-doc.ts";

/** What a text became, and what could not stay in it. */
export type Formatted = {
  readonly doc: RichText | undefined;
  readonly pictures: readonly FlowPicture[];
  readonly after: readonly FurtherItem[];
};

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;

/** A text of GIFT as its format says; without one, it is HTML as soon as there is a tag in it. */
export async function formatted({ text, format }: GiftText, piece: Piece): Promise<Formatted> {
  const isHtml = format === "html" || (format === "moodle" && TAG.test(text));
  if (!isHtml) {
    if (format === "markdown") piece.remarks.tally("changed", "formatting.dropped", "markdown");
    return { doc: plainDoc(text, piece.remarks), pictures: [], after: [] };
  }
  const { docs, pictures, after } = await insideHtml(text, piece);
  return { doc: docs.length === 1 ? docs[0] : undefined, pictures, after };
}

/** The same without marks. Pictures have no place there, and are told. */
export async function plainWords(text: GiftText | undefined, piece: Piece): Promise<string> {
  if (!text) return "";
  const { doc, pictures } = await formatted(text, piece);
  for (const { relation } of pictures)
    piece.remarks.add("skipped", "picture.missing", { name: relation });
  return doc ? plainTextOf(doc) : "";
}
