import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archiveOf, PNG } from "../testing/files.ts";
import { decodeText, type TextEncodingName } from "./index.ts";

const FRENCH =
  "Coopérative «Tifaouine» : l'été, à Agadir, ça coûte 12 €.\r\nÉlevé où ? Çà et là – déjà prêt.";
const ARABIC = "تعاونية النسيج بأكادير: ثمن الكيلو ١٢ درهما؟\nالسعر (12,50 DH) لا غير، والسلام.";
const TIFINAGH = "ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ: 12 DH";

/** A single-byte alphabet backwards: what a decoder reads from each byte, and so how each letter is written. */
function written(text: string, encoding: "windows-1256" | "windows-1252"): Uint8Array {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => {
    const byte = all.indexOf(letter);
    if (byte < 0) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

describe("a text is read as it was written", () => {
  it.each<[string, Uint8Array, string, TextEncodingName]>([
    ["UTF-8", utf8(ARABIC), ARABIC, "utf-8"],
    ["UTF-8 that says so", utf8(`\uFEFF${TIFINAGH}`), TIFINAGH, "utf-8"],
    ["UTF-16 of Windows", utf16le(`\uFEFF${ARABIC}`), ARABIC, "utf-16le"],
    ["UTF-16 the other way round", utf16be(`\uFEFF${TIFINAGH}`), TIFINAGH, "utf-16be"],
    ["UTF-16 that does not say so, French", utf16le(FRENCH), FRENCH, "utf-16le"],
    ["UTF-16 that does not say so, Arabic", utf16be(ARABIC), ARABIC, "utf-16be"],
    ["UTF-16 that does not say so, Tifinagh", utf16le(TIFINAGH), TIFINAGH, "utf-16le"],
    ["Windows' Arabic alphabet", written(ARABIC.replace("١٢", "12"), "windows-1256"), ARABIC.replace("١٢", "12"), "windows-1256"], // prettier-ignore
    ["Windows' French alphabet", written(FRENCH, "windows-1252"), FRENCH, "windows-1252"],
    ["one word of French", written("ÉTÉ", "windows-1252"), "ÉTÉ", "windows-1252"],
    ["one word of Arabic", written("سعر", "windows-1256"), "سعر", "windows-1256"],
    ["capital letters alone", written("À É", "windows-1252"), "À É", "windows-1252"],
    ["French among Arabic", written("ثمن الزعفران: très élevé", "windows-1256"), "ثمن الزعفران: très élevé", "windows-1256"], // prettier-ignore
    ["a table", written("nom;prix\r\nعسل;120\r\nزيت;80", "windows-1256"), "nom;prix\r\nعسل;120\r\nزيت;80", "windows-1256"], // prettier-ignore
  ])("%s", (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it("whatever is written in UTF-8 comes back letter by letter", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((each) => !/[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFEFF]/.test(each));
    fc.assert(
      fc.property(text, (each) => {
        expect(decodeText(utf8(each))).toEqual({ text: each, encoding: "utf-8" });
      }),
    );
  });
});

describe("what is no text is refused", () => {
  it.each([
    ["nothing", new Uint8Array(), "file.empty"],
    ["a picture", PNG, "text.binary"],
    ["an archive", archiveOf({ a: "x".repeat(99) }), "text.binary"],
    ["UTF-16 with half a letter", utf16le("\uFEFFprix").subarray(0, 7), "text.binary"],
    ["UTF-8 that says so and is not", Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0x41), "text.binary"],
    ["zeros", new Uint8Array(40), "text.binary"],
    ["bytes that no alphabet has", Uint8Array.of(0x41, 0x81, 0x42, 0xc9, 0x43), "text.binary"],
  ])("%s", (_, bytes, code) => {
    expect(() => decodeText(bytes)).toThrow(code);
  });
});
