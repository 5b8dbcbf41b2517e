import { ExchangeFault } from "../fault.ts";
import type { Source } from "../source.ts";

/** One thing in an archive, as the list at its end tells. Sizes in bytes. */
export type Entry = {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly at: number;
};

export type Directory = { readonly entries: readonly Entry[]; readonly start: number };

const [LISTED, END] = [0x02014b50, 0x06054b50];
const [LISTED_BYTES, END_BYTES] = [46, 22];
/** A comment behind the list is at most so long. */
const LONGEST_COMMENT = 0xffff;
/** The list of four thousand files is a quarter of this. */
const LONGEST_LIST = 2 ** 21;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The list at the end of a ZIP (APPNOTE 6.3.10), which alone says what the archive holds: what stands before a thing may lie.
 * @throws ExchangeFault `zip.truncated`, `zip.damaged`, `zip.encrypted`, `zip.unsupported`, `zip.too_large`
 */
export async function readDirectory(source: Source): Promise<Directory> {
  const { length, start, count } = await readEnd(source);
  const bytes = await source.cut(start, start + length);
  const list = viewOf(bytes);
  const entries: Entry[] = [];
  for (let at = 0; at < length;) {
    if (at + LISTED_BYTES > length || list.getUint32(at, true) !== LISTED)
      throw new ExchangeFault("zip.damaged");
    const nameEnd = at + LISTED_BYTES + list.getUint16(at + 28, true);
    const next = nameEnd + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
    if (next > length) throw new ExchangeFault("zip.damaged");
    const name = new TextDecoder().decode(bytes.subarray(at + LISTED_BYTES, nameEnd));
    entries.push(entryOf(list, at, name));
    at = next;
  }
  if (entries.length !== count) throw new ExchangeFault("zip.damaged");
  return { entries, start };
}

async function readEnd(source: Source) {
  const from = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const tail = viewOf(await source.cut(from, source.size));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const isEnd =
      tail.getUint32(at, true) === END &&
      at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength;
    if (!isEnd) continue;
    const count = tail.getUint16(at + 10, true);
    const [length, start] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
    // An archive in several files, or with the larger list of ZIP64, which nobody needs below 4 GiB.
    if (tail.getUint16(at + 8, true) !== count || count === 0xffff || start === 0xffffffff)
      throw new ExchangeFault("zip.unsupported");
    if (length > LONGEST_LIST) throw new ExchangeFault("zip.too_large", { most: LONGEST_LIST });
    if (start + length > from + at) throw new ExchangeFault("zip.damaged");
    return { count, length, start };
  }
  throw new ExchangeFault("zip.truncated");
}

function entryOf(list: DataView, at: number, name: string): Entry {
  const [flags, method] = [list.getUint16(at + 8, true), list.getUint16(at + 10, true)];
  if (flags & 1) throw new ExchangeFault("zip.encrypted");
  if (method !== 0 && method !== 8) throw new ExchangeFault("zip.unsupported");
  const entry = {
    name,
    size: list.getUint32(at + 24, true),
    packed: list.getUint32(at + 20, true),
    isDeflated: method === 8,
    crc: list.getUint32(at + 16, true),
    at: list.getUint32(at + 42, true),
  };
  if (!entry.isDeflated && entry.size !== entry.packed) throw new ExchangeFault("zip.damaged");
  return entry;
}
