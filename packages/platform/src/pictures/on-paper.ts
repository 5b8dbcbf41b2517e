import type { PaperPicture, PaperPlace } from "@twiza/core";
import { fewColours } from "./few-colours.ts";
import { type Points, shrunk } from "./shrink.ts";
import { writePng } from "./write-png.ts";

/** How it is tried, the best first: points from top to bottom (a logo is 15 mm high, so that 177 are 300 to the inch), colours, quality. */
type Try = readonly [tall: number, colours: number, quality: number];
const GOOD = [
  [177, 64, 85],
  [177, 32, 75],
  [118, 32, 70],
  [118, 16, 60],
  [89, 16, 50],
] as const satisfies readonly Try[];
const SMALL: readonly Try[] = [
  [118, 16, 50],
  [118, 8, 35],
  [118, 4, 35],
  [89, 8, 30],
  [89, 4, 30],
  [66, 8, 25],
  [48, 6, 20],
  [36, 4, 15],
];
/** Bytes at most, as long as any of the tries is so small: all that a design may have of `small` weigh 10 KB together. */
const MOST = { logo: { good: 6_000, small: 1_600 }, signature: { good: 4_000, small: 1_050 } };

/** What is drawn keeps its edges in few colours; where they would be further off than this, it is a photo. */
const MOST_OFF = 8;

/** A picture for paper. It covers what it stands on, so that nothing has to be said of how much. */
export function paperPicture(
  points: Points,
  jpeg: (points: Points, quality: number) => Uint8Array,
  { as, ground }: PaperPlace,
): PaperPicture {
  const whole = noTaller(onGround(points, ground), GOOD[0][0]);
  const first = (tries: readonly Try[], most: number): Uint8Array => {
    let made: Uint8Array = new Uint8Array();
    for (const [tall, colours, quality] of tries) {
      const smaller = noTaller(whole, tall);
      const few = fewColours(smaller, colours);
      const [png, photo] = [writePng(few), jpeg(smaller, quality)];
      // What is drawn may become a photo of itself; what is a photo never becomes drawn.
      const ways = few.off <= MOST_OFF ? [png, photo] : [photo];
      const fits = ways.find(({ length }) => length <= most);
      made = fits ?? photo;
      if (fits) break;
    }
    return made;
  };
  const [good, small] = (
    [
      [GOOD, MOST[as].good],
      [SMALL, MOST[as].small],
    ] as const
  ).map(([tries, most]) => {
    let made: Uint8Array | undefined;
    return () => (made ??= first(tries, most));
  }) as [() => Uint8Array, () => Uint8Array];
  return { good, small };
}

const noTaller = (points: Points, tall: number): Points =>
  points.height <= tall
    ? points
    : shrunk(points, Math.round((Math.max(points.width, points.height) * tall) / points.height));

function onGround({ data, width, height }: Points, ground: string): Points {
  const paper = [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16));
  const whole = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const cover = (data[at + 3] ?? 0) / 255;
    for (const sample of [0, 1, 2])
      whole[at + sample] = (data[at + sample] ?? 0) * cover + (paper[sample] ?? 0) * (1 - cover);
    whole[at + 3] = 255;
  }
  return { data: whole, width, height };
}
