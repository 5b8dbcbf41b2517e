import { type Element, elementsIn, lettersIn, voided, wholeIn } from "./elements.ts";

export type WebmTrack = {
  readonly kind: "video" | "sound";
  readonly number: number;
  readonly width: number;
  readonly height: number;
};

const NUMBER = 0xd7;
const KIND = 0x83;
const CODEC = 0x86;
const VIDEO = 0xe0;
const [WIDTH, HEIGHT] = [0xb0, 0xba];
/** How to unfold what is folded or locked: nothing of ours is. */
const ENCODINGS = 0x6d80;
/** Number, name by chance, kind, codec and what it begins with, how pictures and sound are, and how they are timed. */
const HELD: ReadonlySet<number> = new Set([
  ...[NUMBER, 0x73c5, KIND, CODEC, 0x63a2, VIDEO, 0xe1, 0x9c, 0xb9, 0x88, 0x55aa],
  ...[0x56aa, 0x56bb, 0x23e383, 0x22b59c, ENCODINGS],
]);

/** A track as we take it, emptied of what nobody needs; nothing for any other. */
export function webmTrackIn(bytes: Uint8Array, { at, end }: Element): WebmTrack | undefined {
  const inside = elementsIn(bytes, at, end);
  inside?.filter(({ id }) => !HELD.has(id)).forEach((each) => voided(bytes, each));
  const [number, kind, codec, video] = [NUMBER, KIND, CODEC, VIDEO].map((id) =>
    inside?.find((each) => each.id === id),
  );
  if (!inside || !number || !kind || !codec || inside.some(({ id }) => id === ENCODINGS))
    return undefined;
  const said = `${wholeIn(bytes, kind)} ${lettersIn(bytes, codec)}`;
  const track = { number: wholeIn(bytes, number), width: 0, height: 0 };
  if (said === "2 A_OPUS") return { kind: "sound", ...track };
  const shape = video && elementsIn(bytes, video.at, video.end);
  const [width, height] = [WIDTH, HEIGHT].map((id) => shape?.find((each) => each.id === id));
  if (!/^1 V_VP[89]$/.test(said) || !width || !height) return undefined;
  return {
    kind: "video",
    ...track,
    width: wholeIn(bytes, width),
    height: wholeIn(bytes, height),
  };
}
