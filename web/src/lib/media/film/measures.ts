import { UPLOAD_TYPES, VIDEO_LIMITS } from "@twiza/contract/media-limits";
import { Quality } from "mediabunny";

/** Bits a second of pictures and of sound, where there is room for them. */
const PICTURES = 300_000;
const SOUND = { aac: 40_000, opus: 24_000 } as const;
/** What the pictures get of the bytes that are taken at most: encoders do not hit exactly what they aim at. */
const AIM = 0.8;
const PICTURES_A_SECOND = 25;

type Size = { readonly width: number; readonly height: number };

/** As large as 360p allows, lying or upright; both even, as encoders want them. Never larger than it was. */
export function sizeOf({ width, height }: Size): Size {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const scale = Math.min(1, VIDEO_LIMITS.long / long, VIDEO_LIMITS.short / short);
  const even = (points: number): number => Math.max(2, 2 * Math.floor((points * scale) / 2 + 1e-6));
  return { width: even(width), height: even(height) };
}

/** Fewer bits where it is long, so that ten minutes still go into one upload, and no more pictures than an eye asks for. */
export function videoRate({ seconds, aSecond }: { seconds: number; aSecond: number }) {
  const room = (UPLOAD_TYPES["video/mp4"] * 8 * AIM) / seconds - SOUND.aac;
  const bitrate = Math.round(Math.min(PICTURES, room));
  const isFast = aSecond > PICTURES_A_SECOND + 1;
  return { quality: new Quality({ bitrate }), ...(isFast ? { frameRate: PICTURES_A_SECOND } : {}) };
}

/** One channel, as a telephone's loudspeaker plays it. */
export const soundRate = (codec: keyof typeof SOUND) => ({
  codec,
  numberOfChannels: 1,
  sampleRate: 48_000,
  quality: new Quality({ bitrate: SOUND[codec] }),
});
