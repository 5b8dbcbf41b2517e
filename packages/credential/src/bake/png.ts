import type { Baked } from "./baked.ts";
import { crc32 } from "./crc32.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = "openbadgecredential";
/** Length, name and sum of a chunk. */
const AROUND = 12;

export const isPng = (file: Uint8Array): boolean =>
  SIGNATURE.every((byte, at) => file[at] === byte);

/** The picture with the credential in it, directly behind its head, in place of one that was there. @throws Error when it is no PNG */
export function bakePng(file: Uint8Array, credential: string): Uint8Array<ArrayBuffer> {
  const chunks = chunksOf(file);
  const [head, ...rest] = chunks ?? [];
  if (head?.name !== "IHDR") throw new Error("this is no whole PNG");
  const others = rest.filter((chunk) => keywordOf(chunk) !== KEYWORD);
  const baked = written("iTXt", new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${credential}`));
  return joined([
    Uint8Array.from(SIGNATURE),
    head.whole,
    baked,
    ...others.map(({ whole }) => whole),
  ]);
}

/** What is baked into a PNG. Its picture is not looked at. */
export function unbakePng(file: Uint8Array): Baked {
  const chunks = chunksOf(file);
  if (!chunks) return { state: "refused", code: "broken" };
  const [chunk, ...more] = chunks.filter((each) => keywordOf(each) === KEYWORD);
  if (!chunk) return { state: "refused", code: "none" };
  if (more.length > 0) return { state: "refused", code: "several" };
  if (crc32(chunk.summed) !== chunk.sum) return { state: "refused", code: "broken" };
  const [isSqueezed, , ...tail] = chunk.data.subarray(KEYWORD.length + 1);
  if (isSqueezed !== 0) return { state: "refused", code: "compressed" };
  // Two texts stand before it, the language and the keyword in it, each closed by a zero.
  const rest = Uint8Array.from(tail);
  const language = rest.indexOf(0);
  const translated = rest.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return { state: "refused", code: "broken" };
  return readText(rest.subarray(translated + 1));
}

function readText(bytes: Uint8Array): Baked {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
    return { state: "found", form: text.startsWith("{") ? "json" : "jwt", text };
  } catch {
    return { state: "refused", code: "broken" };
  }
}

type Chunk = {
  readonly name: string;
  readonly data: Uint8Array;
  /** Name and data, which the sum is of. */
  readonly summed: Uint8Array;
  readonly sum: number;
  readonly whole: Uint8Array;
};

/** All chunks up to the last; nothing when the file ends before, or one is longer than the file. */
function chunksOf(file: Uint8Array): readonly Chunk[] | undefined {
  if (!isPng(file)) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + AROUND <= file.length;) {
    const length = view.getUint32(at);
    const end = at + AROUND + length;
    if (end > file.length) return undefined;
    const summed = file.subarray(at + 4, end - 4);
    const name = String.fromCharCode(...summed.subarray(0, 4));
    const [data, sum] = [summed.subarray(4), view.getUint32(end - 4)];
    chunks.push({ name, data, summed, sum, whole: file.subarray(at, end) });
    if (name === "IEND") return chunks;
    at = end;
  }
  return undefined;
}

const keywordOf = ({ name, data }: Chunk): string | undefined =>
  name === "iTXt" && data[KEYWORD.length] === 0
    ? String.fromCharCode(...data.subarray(0, KEYWORD.length))
    : undefined;

function written(name: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(AROUND + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
