import { base64urlnopad } from "@scure/base";
import { bytesOf } from "../ed25519.ts";

/** The multibase prefix of base64url (Bitstring Status List 1.0 §3.2). */
const PREFIX = "u";

/** A list as it travels: a bit an entry, gzip, base64url. @throws RangeError when an index is none of the list */
export async function encodeList(of: {
  readonly entries: number;
  readonly set: Iterable<number>;
}): Promise<string> {
  const bits = new Uint8Array(Math.ceil(of.entries / 8));
  for (const index of of.set) {
    if (!Number.isInteger(index) || index < 0 || index >= of.entries)
      throw new RangeError(`${index} is no entry of a list of ${of.entries}`);
    // The first entry is the leftmost bit of the first byte.
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  const stream = new Blob([bits]).stream().pipeThrough(new CompressionStream("gzip"));
  const squeezed = new Uint8Array(await new Response(stream).arrayBuffer());
  // The tenth byte names the system that squeezed it, which is nobody's business.
  squeezed[9] = 0xff;
  return PREFIX + base64urlnopad.encode(squeezed);
}

/**
 * The bits of a list; nothing when it is none, or unfolds to more than it may: what unfolds is counted while it does, so that no
 * small file fills a phone.
 */
export async function decodeList(
  text: string,
  { entries }: { readonly entries: number },
): Promise<Uint8Array | undefined> {
  const squeezed = text.startsWith(PREFIX) ? bytesOf(text.slice(1)) : undefined;
  if (!squeezed) return undefined;
  const bits = new Uint8Array(Math.ceil(entries / 8));
  let at = 0;
  try {
    const stream = new Blob([new Uint8Array(squeezed)])
      .stream()
      .pipeThrough(new DecompressionStream("gzip"));
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > bits.length) {
        await reader.cancel();
        return undefined;
      }
      bits.set(value, at);
      at += value.length;
    }
  } catch {
    return undefined;
  }
  return at === bits.length ? bits : undefined;
}

/** Whether the bit of an entry is set; nothing when the list has no such entry. */
export function bitOf(bits: Uint8Array, index: number): boolean | undefined {
  const byte = Number.isInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  return byte === undefined ? undefined : (byte & (0x80 >> (index & 7))) !== 0;
}
