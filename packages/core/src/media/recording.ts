import { MEDIA_LIMITS } from "@twiza/contract";
import { type OggPage, packetsOf, pagesOf, written } from "./ogg-page.ts";
import { samplesOf } from "./opus-packet.ts";

/** Opus counts in samples of 48 kHz whatever was recorded (RFC 7845 §4). */
const SAMPLES_A_SECOND = 48_000;
const BEGINS = 2;
const ENDS = 4;

/** Who wrote it and no remark (RFC 7845 §5.2): where telephones put titles, places and pictures. */
const NO_REMARKS = Uint8Array.of(
  ...new TextEncoder().encode("OpusTags"),
  ...[5, 0, 0, 0],
  ...new TextEncoder().encode("Twiza"),
  ...[0, 0, 0, 0],
);

/**
 * A recording as it is kept: Ogg Opus (RFC 7845), walked page by page and written anew without remarks and without anything that
 * is no sound. How long it speaks is counted from its packets, whatever its pages say.
 */
export function bareRecording(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly seconds: number } | "unreadable" | "too_large" {
  const pages = pagesOf(bytes);
  const [first, ...rest] = pages ?? [];
  if (!first || !isHead(first) || rest.some((page) => !isOf(first, page))) return "unreadable";
  // The remarks end with their page (RFC 7845 §3).
  const from = rest.findIndex(({ lacing }) => (lacing.at(-1) ?? 255) < 255) + 1;
  const before = packetsOf(rest.slice(0, from));
  const sound = rest.slice(from);
  const packets = packetsOf(sound);
  if (!packets || before?.length !== 1 || ascii(before[0], 8) !== "OpusTags") return "unreadable";
  const samples = packets.reduce((sum, packet) => sum + samplesOf(packet), 0);
  // NaN: one of them is no packet of Opus.
  if (!(samples > 0)) return "unreadable";
  const seconds = Math.ceil(samples / SAMPLES_A_SECOND);
  if (seconds > MEDIA_LIMITS.seconds) return "too_large";
  const tags = { ...first, flags: 0, granule: 0n, lacing: [NO_REMARKS.length], body: NO_REMARKS };
  const whole = [{ ...first, flags: BEGINS }, tags, ...sound];
  return { bytes: written(whole.map(ending(whole.length - 1))), seconds };
}

/** Pages are numbered anew, and the last one says that it is the last. */
const ending =
  (last: number) =>
  (page: OggPage, at: number): OggPage => {
    const isGoingOn = page.flags & 1;
    const place = at === 0 ? BEGINS : at === last ? ENDS : 0;
    return { ...page, sequence: at, flags: isGoingOn | place };
  };

const ascii = (bytes: Uint8Array | undefined, length: number): string =>
  String.fromCharCode(...(bytes?.subarray(0, length) ?? []));

/** One or two channels, in the order that everybody knows (RFC 7845 §5.1.1, family 0). */
function isHead({ flags, body, lacing }: OggPage): boolean {
  const [version = 255, channels = 0] = body.subarray(8);
  const isOpus = ascii(body, 8) === "OpusHead" && body.length === 19 && lacing.length === 1;
  return isOpus && flags === BEGINS && version < 16 && [1, 2].includes(channels) && body[18] === 0;
}

/** Nothing else runs beside the sound, and no second recording follows. */
const isOf = (first: OggPage, page: OggPage): boolean =>
  page.serial === first.serial && (page.flags & BEGINS) === 0;
