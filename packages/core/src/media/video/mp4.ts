import { blanked, type Box, boxesIn, emptied } from "./boxes.ts";
import { clockIn, type Track, trackIn } from "./mp4-track.ts";
import type { Facts } from "./facts.ts";

/** Whether it begins as MP4 does. */
export const isMp4 = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(4, 8)) === "ftyp";

/**
 * A video of H.264 and AAC in MP4, whose bytes are changed in place: every box that no player needs is emptied, and so is what lies
 * among its pictures and belongs to none. Nothing when it is anything else, or is not whole.
 */
export function bareMp4(bytes: Uint8Array): Facts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const top = boxesIn(view, 0, bytes.length);
  const [first, ...rest] = top ?? [];
  const films = rest.filter(({ type }) => type === "moov");
  const heaps = rest.filter(({ type }) => type === "mdat");
  const [moov] = films;
  // One in fragments has its tables elsewhere, and no browser of ours writes it so.
  if (!isHead(first) || !moov || films.length > 1 || rest.some(isFragment)) return undefined;
  for (const box of rest) if (box !== moov && !heaps.includes(box)) emptied(view, box);
  const film = filmIn(view, moov);
  if (!film || !swept(view, heaps, film.tracks)) return undefined;
  const [pictures, ...others] = film.tracks.filter(({ kind }) => kind === "video");
  if (!pictures || others.length > 0 || film.tracks.length > 2) return undefined;
  const { width, height } = pictures;
  const seconds = Math.max(...film.tracks.map((track) => track.seconds));
  const claimed = Math.max(film.claimed, ...film.tracks.map((track) => track.claimed));
  return { type: "video/mp4", width, height, seconds, claimed, hasSound: film.tracks.length === 2 };
}

/** Names of kinds and nothing more: some dozen of them at most. */
const isHead = (box: Box | undefined): boolean => box?.type === "ftyp" && box.end - box.from <= 64;
const isFragment = ({ type }: Box): boolean => /^(?:moof|sidx|styp|ftyp)$/.test(type);

function filmIn(view: DataView, moov: Box) {
  const inside = boxesIn(view, moov.at, moov.end);
  const clock = clockIn(
    view,
    inside?.find(({ type }) => type === "mvhd"),
  );
  if (!inside || !clock || inside.some(({ type }) => type === "mvex")) return undefined;
  const tracks: Track[] = [];
  for (const box of inside)
    if (box.type === "trak") {
      const track = trackIn(view, box, clock.scale);
      if (!track) return undefined;
      tracks.push(track);
    } else if (box.type !== "mvhd") emptied(view, box);
  return { tracks, claimed: clock.claimed };
}

/** Leaves in its heaps what a track shows or plays, and nothing else. Not when something lies outside, or twice. */
function swept(view: DataView, heaps: readonly Box[], tracks: readonly Track[]): boolean {
  const samples = tracks.flatMap((track) => track.samples).toSorted((a, b) => a.from - b.from);
  let next = 0;
  for (const { at, end } of heaps) {
    let clean = at;
    for (let sample = samples[next]; sample && sample.from < end; sample = samples[next]) {
      if (sample.from < clean || sample.end > end) return false;
      blanked(view, clean, sample.from);
      clean = sample.end;
      next += 1;
    }
    blanked(view, clean, end);
  }
  return next === samples.length;
}
