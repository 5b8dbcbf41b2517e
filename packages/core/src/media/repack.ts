import { joined, type OggPage, written } from "./ogg-page.ts";
import { samplesOf } from "./opus-packet.ts";
import { opusIn } from "./webm.ts";

/** A page is begun at least so often, in samples of 48 kHz: a player that jumps lands within a second. */
const PAGE_SAMPLES = 48_000;
/** A page lists at most so many pieces, of 255 bytes and a last that is shorter. */
const PAGE_PIECES = 255;
/** Ogg asks for the number of the stream, of which there is one. */
const SERIAL = 1;

/** No remark and nobody who wrote it (RFC 7845 §5.2). */
const REMARKS = Uint8Array.of(...new TextEncoder().encode("OpusTags"), ...new Uint8Array(8));

/**
 * A recording of a browser as Ogg Opus (RFC 7845): the same packets in other pages, none of them coded anew. Nothing when there is
 * no Opus in it.
 */
export function repacked(webm: Uint8Array): Uint8Array | undefined {
  const sound = opusIn(webm);
  if (!sound || sound.packets.some(({ length }) => length >= PAGE_PIECES * 255)) return undefined;
  const page = (body: Uint8Array, flags: number): Omit<OggPage, "sequence"> => ({
    flags,
    granule: 0n,
    serial: SERIAL,
    lacing: piecesOf(body),
    body,
  });
  if (sound.head.length > 255) return undefined;
  const pages = [page(sound.head, 2), page(REMARKS, 0), ...soundPages(sound.packets)];
  return written(pages.map((each, sequence) => ({ ...each, sequence })));
}

function soundPages(packets: readonly Uint8Array[]): Omit<OggPage, "sequence">[] {
  const pages: Omit<OggPage, "sequence">[] = [];
  let held: Uint8Array[] = [];
  let [pieces, begun, now] = [0, 0, 0];
  const turn = (): void => {
    if (held.length === 0) return;
    const lacing = held.flatMap(piecesOf);
    const page = { flags: 0, granule: BigInt(now), serial: SERIAL, lacing, body: joined(held) };
    pages.push(page);
    [held, pieces, begun] = [[], 0, now];
  };
  for (const packet of packets) {
    const own = piecesOf(packet).length;
    if (pieces + own > PAGE_PIECES || now - begun >= PAGE_SAMPLES) turn();
    held.push(packet);
    pieces += own;
    // What is no packet of Opus counts for nothing here: whoever reads the pages refuses it.
    now += samplesOf(packet) || 0;
  }
  turn();
  return pages;
}

/** A piece that is not full ends its packet, if need be one of nothing. */
const piecesOf = ({ length }: Uint8Array): number[] => [
  ...Array.from({ length: Math.floor(length / 255) }, () => 255),
  length % 255,
];
