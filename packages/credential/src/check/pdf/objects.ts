import { inflate } from "../inflate.ts";
import { isDictionary, type PdfDictionary, PdfLexer, type PdfValue } from "./lexer.ts";

/** An object as it stands in the file. The bytes of a stream are still folded. */
export type PdfObject = {
  readonly number: number;
  readonly value: PdfValue;
  readonly stream?: Uint8Array;
};

/** No certificate on paper has so many; a file that has takes longer than anybody waits. */
const MOST_OBJECTS = 20_000;
const MOST_STREAM = 1024 * 1024;

/**
 * All objects of a file, those in object streams too, whatever its index says: what an older state of it or a hidden corner holds is
 * found as well, so that two credentials cannot hide behind each other.
 */
export async function objectsIn(bytes: Uint8Array): Promise<readonly PdfObject[]> {
  const text = new TextDecoder("latin1").decode(bytes);
  const found: PdfObject[] = [];
  const begin = /(?<![0-9])(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z])/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    if (found.length > MOST_OBJECTS) break;
    const object = readObject(bytes, text, { number: Number(match[1]), at: begin.lastIndex });
    if (!object) continue;
    found.push(object.object);
    begin.lastIndex = object.end;
  }
  const packed = found.filter((each) => typeOf(each.value) === "ObjStm");
  const unpacked = await Promise.all(packed.map(unpack));
  return [...found, ...unpacked.flat()];
}

const typeOf = (value: PdfValue): string | undefined =>
  isDictionary(value) ? nameIn(value, "Type") : undefined;

export function nameIn({ entries }: PdfDictionary, key: string): string | undefined {
  const value = entries.get(key);
  return typeof value === "object" && value !== null && "name" in value ? value.name : undefined;
}

function readObject(
  bytes: Uint8Array,
  text: string,
  { number, at }: { number: number; at: number },
): { readonly object: PdfObject; readonly end: number } | undefined {
  const lexer = new PdfLexer(text, at);
  try {
    const value = lexer.value();
    lexer.skip();
    if (!isDictionary(value) || !text.startsWith("stream", lexer.at))
      return { object: { number, value }, end: lexer.at };
    const from = lexer.at + "stream".length + (text.startsWith("\r\n", lexer.at + 6) ? 2 : 1);
    const end = endOf(text, from, value);
    return { object: { number, value, stream: bytes.subarray(from, end) }, end };
  } catch {
    // Not an object after all: the words stood in a text.
    return undefined;
  }
}

/** By its own length where that leads to an end; else to the next end there is. */
function endOf(text: string, from: number, { entries }: PdfDictionary): number {
  const length = entries.get("Length");
  if (
    typeof length === "number" &&
    /^\s*endstream/.test(text.slice(from + length, from + length + 20))
  )
    return from + length;
  const end = text.indexOf("endstream", from);
  if (end < 0) throw new SyntaxError("a stream has no end");
  return text.startsWith("\r\n", end - 2)
    ? end - 2
    : /[\r\n]/.test(text[end - 1] ?? "")
      ? end - 1
      : end;
}

/** The unfolded bytes of a stream; nothing where it is folded otherwise than by Flate, or too large. */
export async function unfolded({ value, stream }: PdfObject): Promise<Uint8Array | undefined> {
  if (!stream || !isDictionary(value)) return undefined;
  const filter = value.entries.get("Filter");
  const [first, ...more] = Array.isArray(filter) ? (filter as readonly PdfValue[]) : [filter];
  if (first === undefined) return stream.length > MOST_STREAM ? undefined : stream;
  const isFlate =
    typeof first === "object" && first !== null && "name" in first && first.name === "FlateDecode";
  // A predictor turns rows of pixels: no text is written so.
  if (!isFlate || more.length > 0 || value.entries.has("DecodeParms")) return undefined;
  return inflate(stream, { most: MOST_STREAM });
}

async function unpack(packed: PdfObject): Promise<readonly PdfObject[]> {
  const bytes = await unfolded(packed);
  if (!bytes || !isDictionary(packed.value)) return [];
  const text = new TextDecoder("latin1").decode(bytes);
  const first = packed.value.entries.get("First");
  if (typeof first !== "number") return [];
  const numbers = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
  const found: PdfObject[] = [];
  for (let at = 0; at + 1 < numbers.length && found.length < MOST_OBJECTS; at += 2) {
    const object = readObject(bytes, text, {
      number: numbers[at] ?? 0,
      at: first + (numbers[at + 1] ?? 0),
    });
    if (object) found.push({ number: object.object.number, value: object.object.value });
  }
  return found;
}
