/** Elements of EBML (RFC 8794) that hold others; what stands in them is met next, whatever length they claim. */
const OPENED: ReadonlySet<number> = new Set([
  0x1a45dfa3, // the head of the file
  0x18538067, // Segment
  0x1654ae6b, // Tracks
  0xae, // TrackEntry
  0x1f43b675, // Cluster
  0xa0, // BlockGroup
]);
const CODEC = 0x86;
const CODEC_PRIVATE = 0x63a2;
const ENCODINGS = 0x6d80;
const BLOCKS: ReadonlySet<number> = new Set([0xa3, 0xa1]);
/** Several frames in one block. */
const LACED = 0x06;

type Leaf = { readonly id: number; readonly bytes: Uint8Array };
type Sound = { readonly head: Uint8Array; readonly packets: readonly Uint8Array[] };

/** Whether it begins as WebM and Matroska do. */
export const isWebm = (bytes: Uint8Array): boolean =>
  [0x1a, 0x45, 0xdf, 0xa3].every((byte, at) => bytes[at] === byte);

/**
 * The Opus in a recording of a browser (WebM, RFC 9559): the head that an Ogg file begins with, and its packets in order. One track
 * and nothing beside it. A browser that was ended in the middle leaves its last block cut off: all before it is there. Nothing when
 * it is anything else.
 */
export function opusIn(bytes: Uint8Array): Sound | undefined {
  let codec: string | undefined;
  let head: Uint8Array | undefined;
  const packets: Uint8Array[] = [];
  for (const leaf of leavesOf(bytes)) {
    if (leaf.id === CODEC) {
      if (codec !== undefined) return undefined;
      codec = String.fromCharCode(...leaf.bytes.subarray(0, 16));
    }
    if (leaf.id === ENCODINGS) return undefined;
    if (leaf.id === CODEC_PRIVATE) head = leaf.bytes;
    if (!BLOCKS.has(leaf.id)) continue;
    const packet = packetOf(leaf.bytes);
    if (!packet) return undefined;
    packets.push(packet);
  }
  return codec === "A_OPUS" && head ? { head, packets } : undefined;
}

/** What holds nothing else, in the order of the file, up to where it breaks off. */
function* leavesOf(bytes: Uint8Array): Generator<Leaf> {
  for (let at = 0; at < bytes.length;) {
    const id = numberAt(bytes, at, { most: 4, marked: true });
    const size = id && numberAt(bytes, at + id.length, { most: 8, marked: false });
    if (!size) return;
    const from = at + id.length + size.length;
    if (OPENED.has(id.value)) {
      at = from;
      continue;
    }
    // Also where the length is unknown, which only what holds others may leave open.
    if (from + size.value > bytes.length) return;
    yield { id: id.value, bytes: bytes.subarray(from, from + size.value) };
    at = from + size.value;
  }
}

/** A number of EBML: as many noughts as begin it, so many bytes follow. Names keep the bit that says so, lengths do not. */
export function numberAt(
  bytes: Uint8Array,
  at: number,
  { most, marked }: { readonly most: number; readonly marked: boolean },
): { readonly value: number; readonly length: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > most || at + length > bytes.length) return undefined;
  const begin = marked ? first : first - 2 ** (8 - length);
  const rest = bytes.subarray(at + 1, at + length);
  return { value: rest.reduce((sum, byte) => sum * 256 + byte, begin), length };
}

/** Behind the number of its track stand two bytes of time and one of flags. */
function packetOf(block: Uint8Array): Uint8Array | undefined {
  const track = numberAt(block, 0, { most: 8, marked: false });
  if (!track) return undefined;
  const flags = block[track.length + 2];
  if (flags === undefined || (flags & LACED) !== 0) return undefined;
  const packet = block.subarray(track.length + 3);
  return packet.length > 0 ? packet : undefined;
}
