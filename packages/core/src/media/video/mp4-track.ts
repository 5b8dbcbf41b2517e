import { blanked, type Box, boxesIn, emptied, letters } from "./boxes.ts";
import { type Sample, samplesIn, timesIn } from "./sample-table.ts";

export type Track = {
  readonly kind: "video" | "sound";
  readonly seconds: number;
  /** The longest that anything in it claims. */
  readonly claimed: number;
  readonly width: number;
  readonly height: number;
  readonly samples: readonly Sample[];
};

/** What each box of a track may hold; what is not named says something that nobody needs to see or to hear it. */
const HELD: Readonly<Record<string, readonly string[]>> = {
  trak: ["tkhd", "edts", "mdia"],
  edts: ["elst"],
  mdia: ["mdhd", "hdlr", "minf"],
  minf: ["vmhd", "smhd", "dinf", "stbl"],
  dinf: ["dref"],
  stbl: ["stsd", "stts", "stss", "ctts", "cslg", "stsc", "stsz", "stco", "co64", "sgpd", "sbgp"],
};
/** What plays on every phone of ours, and what its description may hold. */
const VIDEO = { entry: "avc1", fixed: 78, held: ["avcC", "colr", "pasp", "btrt"] };
const SOUND = { entry: "mp4a", fixed: 28, held: ["esds", "btrt"] };
/** Object type of AAC (ISO/IEC 14496-1). */
const AAC = 0x40;

/** All boxes of a track by their names, emptied of all that is not named. Nothing when one comes twice. */
function opened(view: DataView, box: Box): Map<string, Box> | undefined {
  const found = new Map<string, Box>();
  const children = boxesIn(view, box.at, box.end);
  if (!children) return undefined;
  for (const child of children) {
    if (!HELD[box.type]?.includes(child.type)) {
      emptied(view, child);
      continue;
    }
    const inside = HELD[child.type] ? opened(view, child) : new Map<string, Box>();
    if (!inside || found.has(child.type)) return undefined;
    for (const [name, each] of [[child.type, child] as const, ...inside]) found.set(name, each);
  }
  return found;
}

/** When it was made, nobody's business; what its times are counted in, and how long it claims to be. */
export function clockIn(
  view: DataView,
  box: Box | undefined,
): { scale: number; claimed: number } | undefined {
  // prettier-ignore
  if (!box || box.at + 24 > box.end) return undefined;
  const isLong = view.getUint8(box.at) === 1;
  const at = box.at + (isLong ? 20 : 12);
  if (at + (isLong ? 12 : 8) > box.end) return undefined;
  blanked(view, box.at + 4, at);
  const scale = view.getUint32(at);
  const ticks = isLong ? Number(view.getBigUint64(at + 4)) : view.getUint32(at + 4);
  return scale > 0 ? { scale, claimed: ticks / scale } : undefined;
}

/** A track of pictures or of sound as we take it; nothing for any other. `scale`: what the whole film counts its times in. */
export function trackIn(view: DataView, trak: Box, scale: number): Track | undefined {
  const boxes = opened(view, trak);
  const [tkhd, hdlr, stsd, dref] = ["tkhd", "hdlr", "stsd", "dref"].map((name) => boxes?.get(name));
  const clock = clockIn(view, boxes?.get("mdhd"));
  if (!boxes || !tkhd || !hdlr || !stsd || !clock || tkhd.end - tkhd.at < 84) return undefined;
  if (hdlr.end - hdlr.at < 24 || !isOfThisFile(view, dref)) return undefined;
  blanked(view, tkhd.at + 4, tkhd.at + (view.getUint8(tkhd.at) === 1 ? 20 : 12));
  const handler = letters(view, hdlr.at + 8);
  // What wrote it says so in words behind.
  blanked(view, hdlr.at + 24, hdlr.end);
  const kind = handler === "vide" ? "video" : handler === "soun" ? "sound" : undefined;
  const shape = kind && shapeIn(view, stsd, kind);
  const times = timesIn(view, boxes.get("stts"));
  const samples = samplesIn(view, Object.fromEntries(boxes));
  if (!kind || !shape || !times || samples?.length !== times.count) return undefined;
  const edited = editedIn(view, boxes.get("elst")) / scale;
  const claimed = Math.max(clock.claimed, edited);
  return { kind, seconds: times.ticks / clock.scale, claimed, ...shape, samples };
}

/** One description, of a kind that we take. */
function shapeIn(view: DataView, stsd: Box, kind: Track["kind"]) {
  const [entry, ...more] = boxesIn(view, stsd.at + 8, stsd.end) ?? [];
  const { fixed, held, ...known } = kind === "video" ? VIDEO : SOUND;
  if (entry?.type !== known.entry || more.length > 0 || entry.at + fixed > entry.end)
    return undefined;
  const inside = boxesIn(view, entry.at + fixed, entry.end);
  if (!inside) return undefined;
  for (const box of inside) if (!held.includes(box.type)) emptied(view, box);
  if (kind === "sound") return isAac(view, inside) ? { width: 0, height: 0 } : undefined;
  // The name of what wrote it.
  blanked(view, entry.at + 42, entry.at + 74);
  const shape = { width: view.getUint16(entry.at + 24), height: view.getUint16(entry.at + 26) };
  return inside.some(({ type }) => type === "avcC") ? shape : undefined;
}

/** The kind of sound stands behind descriptors of lengths that vary. */
function isAac(view: DataView, inside: readonly Box[]): boolean {
  const box = inside.find(({ type }) => type === "esds");
  if (!box) return false;
  for (let at = box.at + 4; at + 2 < box.end; at += 1)
    if (view.getUint8(at) === 0x04) {
      let kind = at + 1;
      while (kind < box.end - 1 && view.getUint8(kind) >= 0x80) kind += 1;
      return view.getUint8(kind + 1) === AAC;
    }
  return false;
}

/** Nothing of it lies in another file, or at an address. */
function isOfThisFile(view: DataView, dref: Box | undefined): boolean {
  const [entry, ...more] = (dref && boxesIn(view, dref.at + 8, dref.end)) ?? [];
  return entry?.type === "url " && more.length === 0 && entry.end - entry.at === 4 && view.getUint32(entry.at) === 1; // prettier-ignore
}

/** How long its cuts take together, in the time of the whole film; without end when they cannot be read. */
function editedIn(view: DataView, elst: Box | undefined): number {
  if (!elst) return 0;
  const isLong = view.getUint8(elst.at) === 1;
  const each = isLong ? 20 : 12;
  const count = elst.end - elst.at < 8 ? Infinity : view.getUint32(elst.at + 4);
  if (elst.at + 8 + count * each > elst.end) return Infinity;
  let ticks = 0;
  for (let at = elst.at + 8; at < elst.at + 8 + count * each; at += each)
    ticks += isLong ? Number(view.getBigUint64(at)) : view.getUint32(at);
  return ticks;
}
