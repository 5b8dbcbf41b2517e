import { ExchangeFault } from "../fault.ts";
import { singleByteOf } from "./single-byte.ts";

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256" | "windows-1252";
export type DecodedText = {
  /** Without the mark of order that may stand at its beginning. */
  readonly text: string;
  readonly encoding: TextEncodingName;
};

/** Characters that no text of ours has: but for tabs, and ends of lines and pages. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;
/** What our languages are written in: Latin, Arabic, Tifinagh, and signs. */
const OURS = /[\t\n\f\r -~\u00A0-\u024F\u0600-\u06FF\u0750-\u077F\u1E00-\u1EFF\u2000-\u206F\u20A0-\u20BF\u2190-\u21FF\u2D30-\u2D7F\uFB50-\uFDFF\uFE70-\uFEFE]/g; // prettier-ignore

/** The text, when the bytes are text of that encoding. */
function decoded(bytes: Uint8Array, encoding: TextEncodingName): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? undefined : text;
  } catch {
    // Not of that encoding: another one is tried.
    return undefined;
  }
}

const MARKS: readonly (readonly [TextEncodingName, ...number[]])[] = [
  ["utf-8", 0xef, 0xbb, 0xbf],
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
];

const markedOf = (bytes: Uint8Array): TextEncodingName | undefined =>
  MARKS.find(([, ...mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];

/** UTF-16 that does not say so: in one of its two orders nearly all is in our alphabets, in the other nearly nothing. */
function unmarkedUtf16(bytes: Uint8Array): DecodedText | undefined {
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const text = decoded(bytes, encoding);
    const ours = text?.match(OURS)?.length ?? 0;
    if (text !== undefined && ours > 0.9 * text.length) return { text, encoding };
  }
  return undefined;
}

/**
 * A text file as it was meant, whatever program wrote it: UTF-8 or UTF-16, or Windows' alphabets of Arabic and French, which
 * only the letters themselves tell apart.
 * @throws ExchangeFault `file.empty`; `text.binary` when it is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new ExchangeFault("file.empty");
  const marked = markedOf(bytes);
  const text = decoded(bytes, marked ?? "utf-8");
  if (text !== undefined) return { text, encoding: marked ?? "utf-8" };
  const found = marked ? undefined : unmarkedUtf16(bytes);
  if (found) return found;
  const encoding = singleByteOf(bytes);
  const old = marked ? undefined : decoded(bytes, encoding);
  // Bytes at which that alphabet has no letter.
  if (old === undefined || /[\u0080-\u009F]/.test(old)) throw new ExchangeFault("text.binary");
  return { text: old, encoding };
}
