import { MEDIA_LIMITS, MOST_POINTS } from "@twiza/contract";
import type { DrawnPicture, PictureLimits, Pictures } from "@twiza/core";
import type { Codecs } from "./codecs.ts";
import { declared } from "./declared.ts";
import { paperPicture } from "./on-paper.ts";
import { type Points, shrunk } from "./shrink.ts";

const LESSON: PictureLimits = { side: MEDIA_LIMITS.side, bytes: MEDIA_LIMITS.pictureBytes };
const FIRST_QUALITIES = [80, 65, 50, 35];
/** After the largest size that is allowed, tried in this order until the picture is small enough: first coarser, then smaller too. */
const STEPS = [
  { side: 960, qualities: [40, 25] },
  { side: 640, qualities: [35, 10] },
  { side: 320, qualities: [30, 5] },
] as const;

/**
 * Pictures are read by what they are, made smaller, and written as WebP from nothing but their points. Codecs are opened when the
 * first picture comes: whoever brings none does not wait for them.
 */
export function openPictures(open: () => Promise<Codecs>): Pictures {
  let opened: Promise<Codecs> | undefined;
  return {
    redraw: async (bytes, limits = LESSON) => {
      const said = declared(bytes);
      if (!said) return "unreadable";
      if (said.width * said.height > MOST_POINTS) return "too_large";
      const codecs = await (opened ??= open());
      const points = await pointsOf(() => codecs.read[said.type](bytes));
      // One that holds more than it said would have been refused.
      if (!points || points.width * points.height > MOST_POINTS) return "unreadable";
      return drawn(points, await codecs.writer(), limits);
    },
    forPaper: async (bytes, place) => {
      const codecs = await (opened ??= open());
      const points = await codecs.read.webp(bytes);
      if (!points) throw new Error("a picture that was drawn anew cannot be read");
      return paperPicture(points, await codecs.jpegWriter(), place);
    },
  };
}

/** A codec stops or throws, each in its own way, at what is broken. */
async function pointsOf(read: () => Promise<Points | null>): Promise<Points | undefined> {
  try {
    return (await read()) ?? undefined;
  } catch {
    return undefined;
  }
}

function drawn(
  points: Points,
  write: (points: Points, quality: number) => Uint8Array,
  limits: PictureLimits,
): DrawnPicture {
  for (const { side, qualities } of [{ side: limits.side, qualities: FIRST_QUALITIES }, ...STEPS]) {
    const smaller = shrunk(points, side);
    const { width, height } = smaller;
    for (const quality of qualities) {
      const bytes = write(smaller, quality);
      if (bytes.length <= limits.bytes) return { bytes, width, height };
    }
  }
  throw new Error("a picture of 320 points a side is larger than 60 KB");
}
