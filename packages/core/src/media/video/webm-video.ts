import { numberAt } from "../webm.ts";
import { type Element, elementsIn, lettersIn, voided, wholeIn } from "./elements.ts";
import type { Facts } from "./facts.ts";
import { type WebmTrack, webmTrackIn } from "./webm-track.ts";

const HEAD = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const CLUSTER = 0x1f43b675;
const GROUP = 0xa0;
const DOC_TYPE = 0x4282;
const SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TIME = 0xe7;
const SIMPLE = 0xa3;
const BLOCK = 0xa1;

/** What each may hold; what is not named (titles, days, places, attachments, chapters) is nobody's business. */
const HELD: Readonly<Record<number, ReadonlySet<number>>> = {
  [HEAD]: new Set([0x4286, 0x42f7, 0x42f2, 0x42f3, DOC_TYPE, 0x4287, 0x4285]),
  [SEGMENT]: new Set([0x114d9b74, INFO, TRACKS, CLUSTER, 0x1c53bb6b]),
  [INFO]: new Set([SCALE, DURATION, 0x4d80, 0x5741]),
  [TRACKS]: new Set([TRACK]),
  [CLUSTER]: new Set([TIME, SIMPLE, GROUP, 0xab, 0xa7]),
  [GROUP]: new Set([BLOCK, 0x9b, 0xfb, 0x75a2]),
};
/** Which programs wrote it: must be there, and may be empty. */
const PROGRAMS: ReadonlySet<number> = new Set([0x4d80, 0x5741]);

/** What an element holds, emptied of all that is not named. */
function opened(bytes: Uint8Array, { id, at, end }: Element): Element[] | undefined {
  const inside = elementsIn(bytes, at, end);
  inside?.filter((each) => !HELD[id]?.has(each.id)).forEach((each) => voided(bytes, each));
  return inside?.filter((each) => HELD[id]?.has(each.id));
}

const only = (all: readonly Element[] | undefined, id: number): Element | undefined => {
  const own = all?.filter((each) => each.id === id) ?? [];
  return own.length === 1 ? own[0] : undefined;
};

/** Whether there is a track of pictures in it; recordings of browsers leave their lengths open, and have none. */
export function hasPictures(bytes: Uint8Array): boolean {
  const segment = elementsIn(bytes, 0, bytes.length)?.find(({ id }) => id === SEGMENT);
  const inside = segment && elementsIn(bytes, segment.at, segment.end);
  const tracks = inside?.find(({ id }) => id === TRACKS);
  const each = tracks && elementsIn(bytes, tracks.at, tracks.end);
  return (each ?? []).some(
    ({ at, end }) =>
      elementsIn(bytes, at, end)?.some((one) => one.id === 0x83 && wholeIn(bytes, one) === 1) ??
      false,
  );
}

/**
 * A video of VP8 or VP9 and Opus in WebM (RFC 9559), whose bytes are changed in place: every element that no player needs is emptied.
 * Nothing when it is anything else, or is not whole.
 */
export function bareWebm(bytes: Uint8Array): Facts | undefined {
  const top = elementsIn(bytes, 0, bytes.length);
  const [head, segment] = [only(top, HEAD), only(top, SEGMENT)];
  if (!top || !head || !segment || top[0] !== head) return undefined;
  top.filter((each) => each !== head && each !== segment).forEach((each) => voided(bytes, each));
  const kind = only(opened(bytes, head), DOC_TYPE);
  const inside = opened(bytes, segment);
  const [info, list] = [only(inside, INFO), only(inside, TRACKS)];
  if (!inside || !kind || lettersIn(bytes, kind) !== "webm" || !info || !list) return undefined;
  const times = timesIn(bytes, info);
  const tracks = opened(bytes, list)?.map((track) => webmTrackIn(bytes, track)) ?? [];
  if (!times || tracks.length > 2 || !tracks.every((track) => track !== undefined))
    return undefined;
  const [pictures, ...more] = tracks.filter((track) => track.kind === "video");
  if (!pictures || more.length > 0) return undefined;
  const last = lastIn(bytes, inside, tracks);
  if (last === undefined) return undefined;
  const { width, height } = pictures;
  const seconds = last * times.scale;
  const hasSound = tracks.length === 2;
  return { type: "video/webm", width, height, seconds, claimed: times.claimed, hasSound };
}

function timesIn(bytes: Uint8Array, info: Element) {
  const inside = opened(bytes, info);
  if (!inside) return undefined;
  for (const { at, end } of inside.filter(({ id }) => PROGRAMS.has(id))) bytes.fill(0, at, end);
  const [scale, duration] = [SCALE, DURATION].map((id) => inside.find((each) => each.id === id));
  // In nanoseconds; a millisecond where nothing is said.
  const tick = (scale ? wholeIn(bytes, scale) : 1_000_000) / 1e9;
  if (!(tick > 0)) return undefined;
  const claimed = duration ? floatIn(bytes, duration) * tick : 0;
  return { scale: tick, claimed: claimed >= 0 ? claimed : Infinity };
}

function floatIn(bytes: Uint8Array, { at, end }: Element): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, end - at);
  if (end - at === 4) return view.getFloat32(0);
  return end - at === 8 ? view.getFloat64(0) : Infinity;
}

/** When the last block begins. Nothing when one is of no track, or holds several. */
function lastIn(
  bytes: Uint8Array,
  inside: readonly Element[],
  tracks: readonly WebmTrack[],
): number | undefined {
  const numbers = new Set(tracks.map(({ number }) => number));
  let last: number | undefined;
  for (const cluster of inside.filter(({ id }) => id === CLUSTER)) {
    const held = opened(bytes, cluster);
    const time = only(held, TIME);
    if (!held || !time) return undefined;
    const groups = held.filter(({ id }) => id === GROUP).map((group) => opened(bytes, group));
    const blocks = [...held, ...groups.flatMap((group) => group ?? [])];
    for (const block of blocks.filter(({ id }) => id === SIMPLE || id === BLOCK)) {
      const track = numberAt(bytes, block.at, { most: 8, marked: false });
      const at = block.at + (track?.length ?? 0);
      if (!track || at + 3 >= block.end || !numbers.has(track.value)) return undefined;
      if (((bytes[at + 2] ?? 0) & 0x06) !== 0) return undefined;
      const since = new DataView(bytes.buffer, bytes.byteOffset + at).getInt16(0);
      last = Math.max(last ?? 0, wholeIn(bytes, time) + since);
    }
  }
  return last;
}
