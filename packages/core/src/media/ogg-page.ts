/** A page of Ogg (RFC 3533 §6). `flags`: 1 goes on from the page before, 2 begins, 4 ends. */
export type OggPage = {
  readonly flags: number;
  readonly granule: bigint;
  readonly serial: number;
  readonly sequence: number;
  readonly lacing: readonly number[];
  readonly body: Uint8Array;
};

const HEAD = 27;
const MAGIC = [0x4f, 0x67, 0x67, 0x53];

/** All pages of a file; nothing when any byte of it belongs to none, or a page is not what its checksum says. */
export function pagesOf(bytes: Uint8Array): OggPage[] | undefined {
  const pages: OggPage[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    const segments = bytes[at + 26];
    if (segments === undefined || MAGIC.some((byte, index) => bytes[at + index] !== byte))
      return undefined;
    const from = at + HEAD + segments;
    const lacing = [...bytes.subarray(at + HEAD, from)];
    const end = lacing.reduce((sum, size) => sum + size, from);
    if (lacing.length < segments || end > bytes.length || bytes[at + 4] !== 0) return undefined;
    if (checksum(bytes.subarray(at, end)) !== view.getUint32(at + 22, true)) return undefined;
    pages.push({
      flags: view.getUint8(at + 5),
      granule: view.getBigInt64(at + 6, true),
      serial: view.getUint32(at + 14, true),
      sequence: view.getUint32(at + 18, true),
      lacing,
      body: bytes.subarray(from, end),
    });
    at = end;
  }
  return pages;
}

/** The packets of pages that follow each other; nothing when one is cut off, at either end or by a page that is missing. */
export function packetsOf(pages: readonly OggPage[]): Uint8Array[] | undefined {
  const packets: Uint8Array[] = [];
  let open: Uint8Array[] = [];
  for (const [index, page] of pages.entries()) {
    const isNext = index === 0 || page.sequence === (pages[index - 1]?.sequence ?? 0) + 1;
    if (!isNext || (page.flags & 1) !== (open.length > 0 ? 1 : 0)) return undefined;
    let at = 0;
    for (const size of page.lacing) {
      open.push(page.body.subarray(at, at + size));
      at += size;
      if (size === 255) continue;
      packets.push(joined(open));
      open = [];
    }
  }
  return open.length > 0 ? undefined : packets;
}

/** Pages as a file, each with its checksum. */
export const written = (pages: readonly OggPage[]): Uint8Array =>
  joined(
    pages.map(({ flags, granule, serial, sequence, lacing, body }) => {
      const page = new Uint8Array(HEAD + lacing.length + body.length);
      const view = new DataView(page.buffer);
      page.set(MAGIC);
      view.setUint8(5, flags);
      view.setBigInt64(6, granule, true);
      view.setUint32(14, serial, true);
      view.setUint32(18, sequence, true);
      view.setUint8(26, lacing.length);
      page.set(lacing, HEAD);
      page.set(body, HEAD + lacing.length);
      view.setUint32(22, checksum(page), true);
      return page;
    }),
  );

/** Ogg's own: CRC-32 of 0x04c11db7, neither turned round nor inverted, over a page whose own four bytes count as nought. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});

function checksum(page: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < page.length; at += 1) {
    const counted = at >= 22 && at < 26 ? 0 : (page[at] ?? 0);
    sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ counted) & 255] ?? 0)) >>> 0;
  }
  return sum;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
