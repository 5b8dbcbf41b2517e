import { TakeFault } from "./take-fault.ts";

/** One thing in an archive: how many bytes it says it has, and they themselves. */
export type Entry = { readonly size: number; readonly read: () => Promise<ArrayBuffer> };

const [FIRST, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [FIRST_BYTES, LISTED_BYTES, END_BYTES] = [30, 46, 22];
/** The list of a course with thousands of files is a fifth of this. More is read by nobody. */
const LONGEST_LIST = 2 ** 21;

/**
 * The part of ZIP (APPNOTE 6.3.10) that packs are written in: stored, never compressed, in one piece, with nothing behind the list
 * at the end. Only that list is read into memory; each thing is cut out of the file when it is asked for. Everything else is
 * refused: what is not compressed is no bomb.
 * @throws TakeFault `foreign` when it is no archive of that kind, `broken` when it was one
 */
export async function openZip(file: Blob): Promise<ReadonlyMap<string, Entry>> {
  const isArchive = file.size > END_BYTES && (await view(file, 0, 4)).getUint32(0, true) === FIRST;
  if (!isArchive) throw new TakeFault("foreign");
  const listEnd = file.size - END_BYTES;
  const end = await view(file, listEnd, END_BYTES);
  const [length, start] = [end.getUint32(12, true), end.getUint32(16, true)];
  const isWhole = end.getUint32(0, true) === END && start + length === listEnd;
  if (!isWhole || length > LONGEST_LIST) throw new TakeFault("broken");
  const list = await view(file, start, length);
  const entries = new Map<string, Entry>();
  for (let at = 0; at < length;) {
    if (at + LISTED_BYTES > length || list.getUint32(at, true) !== LISTED)
      throw new TakeFault("broken");
    const lengths = [28, 30, 32].map((offset) => list.getUint16(at + offset, true));
    const next = lengths.reduce((sum, each) => sum + each, at + LISTED_BYTES);
    if (next > length) throw new TakeFault("broken");
    const nameBytes = new Uint8Array(list.buffer, at + LISTED_BYTES, lengths[0]);
    const name = new TextDecoder().decode(nameBytes);
    const size = list.getUint32(at + 24, true);
    const isStored = list.getUint16(at + 10, true) === 0 && list.getUint32(at + 20, true) === size;
    if (!isStored || entries.has(name)) throw new TakeFault("broken");
    const from = list.getUint32(at + 42, true);
    entries.set(name, { size, read: () => cut(file, { from, size, before: start }) });
    at = next;
  }
  return entries;
}

type Place = { readonly from: number; readonly size: number; readonly before: number };

async function cut(file: Blob, { from, size, before }: Place): Promise<ArrayBuffer> {
  if (from + FIRST_BYTES > before) throw new TakeFault("broken");
  const head = await view(file, from, FIRST_BYTES);
  const start = from + FIRST_BYTES + head.getUint16(26, true) + head.getUint16(28, true);
  if (head.getUint32(0, true) !== FIRST || start + size > before) throw new TakeFault("broken");
  return bytesOf(file, start, size);
}

const view = async (file: Blob, from: number, length: number): Promise<DataView> =>
  new DataView(await bytesOf(file, from, length));

/** @throws TakeFault `unreadable` when the file went away under us, as a card that is pulled out does */
async function bytesOf(file: Blob, from: number, length: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(from, from + length).arrayBuffer();
  } catch (cause) {
    throw new TakeFault("unreadable", { cause });
  }
}
