import { MEDIA_LIMITS, UPLOAD_TYPES, VIDEO_LIMITS } from "@twiza/contract";
import type { Facts } from "./facts.ts";
import { bareMp4, isMp4 } from "./mp4.ts";
import { bareWebm, hasPictures } from "./webm-video.ts";
import { isWebm } from "../webm.ts";

export type BareVideo = Pick<Facts, "type" | "width" | "height" | "seconds" | "hasSound"> & {
  readonly bytes: Uint8Array;
};

/** A browser's clock and a camera's differ by less, over ten minutes. */
const SLACK_SECONDS = 1;

/** Whether it is to be taken as a video: it begins as one, or holds pictures that move. */
export const isVideo = (bytes: Uint8Array): boolean =>
  isMp4(bytes) || (isWebm(bytes) && hasPictures(bytes));

/**
 * A video as it is kept: one track of pictures, at most 360p, and at most one of sound, for at most ten minutes, and nothing that says
 * who made it, where, or with what. How long it is, its pictures say. Nothing is coded anew: what is within a picture is not looked at.
 */
export function bareVideo(brought: Uint8Array): BareVideo | "unreadable" | "too_large" {
  if (brought.length > UPLOAD_TYPES["video/mp4"]) return "too_large";
  const bytes = Uint8Array.from(brought);
  const facts = factsIn(bytes);
  if (!facts || !(facts.seconds > 0)) return "unreadable";
  const { type, width, height, hasSound } = facts;
  const [short = 0, long = 0] = [width, height].sort((a, b) => a - b);
  if (short === 0) return "unreadable";
  const isLarge = short > VIDEO_LIMITS.short || long > VIDEO_LIMITS.long;
  const isLong = !(Math.max(facts.seconds, facts.claimed) <= MEDIA_LIMITS.seconds + SLACK_SECONDS);
  if (isLarge || isLong) return "too_large";
  const seconds = Math.max(1, Math.min(MEDIA_LIMITS.seconds, Math.round(facts.seconds)));
  return { bytes, type, width, height, seconds, hasSound };
}

function factsIn(bytes: Uint8Array): Facts | undefined {
  try {
    return isMp4(bytes) ? bareMp4(bytes) : bareWebm(bytes);
  } catch (error) {
    // A box too short for what should stand in it, at the very end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
