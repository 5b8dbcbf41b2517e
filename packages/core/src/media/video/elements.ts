import { numberAt } from "../webm.ts";

/** An element of EBML (RFC 8794) in a file: where it begins, where what is in it begins, and where it ends. */
export type Element = {
  readonly id: number;
  readonly from: number;
  readonly at: number;
  readonly end: number;
};

/** What takes the room of something that is gone. */
const VOID = 0xec;

/** The elements that lie one after the other between two places; nothing when any byte there belongs to none, or a length is open. */
export function elementsIn(bytes: Uint8Array, from: number, end: number): Element[] | undefined {
  const elements: Element[] = [];
  for (let next = from; next < end;) {
    const id = numberAt(bytes, next, { most: 4, marked: true });
    const size = id && numberAt(bytes, next + id.length, { most: 8, marked: false });
    if (!size) return undefined;
    const at = next + id.length + size.length;
    if (at + size.value > end) return undefined;
    elements.push({ id: id.value, from: next, at, end: at + size.value });
    next = at + size.value;
  }
  return elements;
}

/** Leaves room where an element was, so that nothing behind it moves: players pass over it. */
export function voided(bytes: Uint8Array, { from, end }: Element): void {
  const size = end - from;
  bytes.fill(0, from, end);
  bytes[from] = VOID;
  if (size <= 128) {
    bytes[from + 1] = 0x80 + size - 2;
    return;
  }
  bytes[from + 1] = 0x01;
  // Of seven bytes the last four are enough for any file that we take.
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(from + 5, size - 9);
}

/** A number of so many bytes, as most elements hold one. */
export const wholeIn = (bytes: Uint8Array, { at, end }: Element): number =>
  bytes.subarray(at, end).reduce((sum, byte) => sum * 256 + byte, 0);

/** Letters, without the noughts that may follow them. */
export const lettersIn = (bytes: Uint8Array, { at, end }: Element): string =>
  String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 32))).replace(/\0+$/, "");
