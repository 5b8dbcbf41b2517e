import { Inflate } from "fflate";
import { ExchangeFault } from "../fault.ts";
import { joined, type Source } from "../source.ts";
import { CAPS, type Caps, checkCaps } from "./caps.ts";
import { crc32 } from "./crc32.ts";
import { type Entry, readDirectory } from "./directory.ts";

/** An archive of which only what is asked for is unpacked. */
export type Zip = {
  readonly names: readonly string[];
  /** Bytes when unpacked; nothing when there is no such thing. */
  readonly sizeOf: (name: string) => number | undefined;
  /** Piece by piece, none larger than some 4 MiB however tightly it was packed. Nothing when there is no such thing. */
  readonly stream: (name: string) => AsyncGenerator<Uint8Array> | undefined;
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
};

/** Deflate packs at most 1,032 to 1, so that this becomes 4 MiB at worst. */
const BITE = 4096;
const CUT = 2 ** 16;
const [FIRST, FIRST_BYTES] = [0x04034b50, 30];

/** @throws ExchangeFault `zip.*`; what is unpacked may still turn out to be `zip.damaged` or a `zip.bomb` */
export async function openZip(source: Source, caps: Caps = CAPS): Promise<Zip> {
  const directory = await readDirectory(source);
  const entries = checkCaps(directory, caps);
  const stream = (name: string) => {
    const entry = entries.get(name);
    return entry && unpacked(source, entry, directory.start);
  };
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.size,
    stream,
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const pieces: Uint8Array[] = [];
      for await (const piece of unpacked(source, entry, directory.start)) pieces.push(piece);
      return joined(pieces, entry.size);
    },
  };
}

/** Stops as soon as there is more than the list said, and fails at the end when it is not what the list said. */
async function* unpacked(source: Source, entry: Entry, before: number) {
  let [size, sum] = [0, 0];
  for await (const packed of packedPieces(source, entry, before))
    for (const piece of packed) {
      size += piece.byteLength;
      if (size > entry.size) throw new ExchangeFault("zip.bomb", { name: entry.name });
      sum = crc32(piece, sum);
      yield piece;
    }
  if (size !== entry.size || sum !== entry.crc)
    throw new ExchangeFault("zip.damaged", { name: entry.name });
}

async function* packedPieces(source: Source, entry: Entry, before: number) {
  const start = await startOf(source, entry, before);
  const end = start + entry.packed;
  const inflate = entry.isDeflated ? inflater(entry.name) : undefined;
  for (let at = start; at < end; at += CUT) {
    const cut = await source.cut(at, Math.min(at + CUT, end));
    for (let bite = 0; bite < cut.length; bite += BITE) {
      const piece = cut.subarray(bite, bite + BITE);
      yield inflate ? inflate(piece, at + bite + piece.length >= end) : [piece];
    }
  }
}

/** Where the bytes of a thing begin: behind a head of its own, whose length only it knows. */
async function startOf(source: Source, { at, packed, name }: Entry, before: number) {
  const head = await source.cut(at, at + FIRST_BYTES);
  if (head.length < FIRST_BYTES) throw new ExchangeFault("zip.damaged", { name });
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const start = at + FIRST_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  if (view.getUint32(0, true) !== FIRST || start + packed > before)
    throw new ExchangeFault("zip.damaged", { name });
  return start;
}

function inflater(name: string): (piece: Uint8Array, isLast: boolean) => Uint8Array[] {
  let out: Uint8Array[] = [];
  const inflate = new Inflate((piece) => out.push(piece));
  return (piece, isLast) => {
    out = [];
    try {
      inflate.push(piece, isLast);
    } catch (cause) {
      throw new ExchangeFault("zip.damaged", { name }, { cause });
    }
    return out;
  };
}
