import type { Points } from "./shrink.ts";

/** A picture that names its colours by their place among a few. */
export type Indexed = {
  readonly width: number;
  readonly height: number;
  readonly places: Uint8Array;
  /** Red, green and blue of each. */
  readonly palette: Uint8Array;
};
/** How far off its colours are in the mean (root of squares), of 255. */
export type FewColours = Indexed & { readonly off: number };

type Colour = readonly [red: number, green: number, blue: number];
type Counted = { readonly rgb: Colour; readonly count: number };

/**
 * A picture in so many colours at most, by halving the colours where they lie furthest apart (Heckbert's median cut). A half goes by the
 * colour that it has most of, not by a mean: what is white stays white, and no frame shows around it.
 */
export function fewColours({ data, width, height }: Points, most: number): FewColours {
  const counted = countedIn(data);
  const palette = halved(counted, most).map((half) => mostOf(half).rgb);
  const placeOf = new Map<number, number>();
  let squares = 0;
  for (const { rgb, count } of counted) {
    const { place, away } = nearest(palette, rgb);
    placeOf.set(nameOf(...rgb), place);
    squares += away * count;
  }
  const places = new Uint8Array(width * height);
  for (let at = 0; at < places.length; at += 1) places[at] = placeOf.get(nameAt(data, at * 4)) ?? 0;
  const off = Math.sqrt(squares / places.length / 3);
  return { width, height, places, palette: Uint8Array.from(palette.flat()), off };
}

function nearest(palette: readonly Colour[], [red, green, blue]: Colour) {
  let [place, away] = [0, Number.POSITIVE_INFINITY];
  palette.forEach(([r, g, b], at) => {
    const it = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (it < away) [place, away] = [at, it];
  });
  return { place, away };
}

const nameOf = (red: number, green: number, blue: number): number =>
  (red << 16) | (green << 8) | blue;
const nameAt = (data: Points["data"], at: number): number =>
  nameOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);

function countedIn(data: Points["data"]): readonly Counted[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const name = nameAt(data, at);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({
    rgb: [name >> 16, (name >> 8) & 255, name & 255],
    count,
  }));
}

const mostOf = (half: readonly Counted[]): Counted =>
  half.reduce((one, other) => (other.count > one.count ? other : one));

type Half = {
  readonly colours: readonly Counted[];
  /** In which of the three it spreads most, and how much that is, weighed by how much of the picture it is. */
  readonly sample: number;
  readonly weight: number;
};

function halved(colours: readonly Counted[], most: number): readonly (readonly Counted[])[] {
  const halves: Half[] = [halfOf(colours)];
  while (halves.length < most) {
    const next = halves.reduce((one, other) => (other.weight > one.weight ? other : one));
    if (next.weight === 0) break;
    halves.splice(halves.indexOf(next), 1, ...cut(next.colours, next.sample).map(halfOf));
  }
  return halves.map((half) => half.colours);
}

function halfOf(colours: readonly Counted[]): Half {
  const [low, high] = [[255, 255, 255], [0, 0, 0]]; // prettier-ignore
  let count = 0;
  for (const each of colours) {
    count += each.count;
    each.rgb.forEach((value, sample) => {
      low[sample] = Math.min(low[sample] ?? 0, value);
      high[sample] = Math.max(high[sample] ?? 0, value);
    });
  }
  const spreads = high.map((value, sample) => value - (low[sample] ?? 0));
  const spread = Math.max(...spreads);
  return { colours, sample: spreads.indexOf(spread), weight: spread * Math.sqrt(count) };
}

/** In the middle of its points, but never so that one side is empty. */
function cut(half: readonly Counted[], sample: number): [readonly Counted[], readonly Counted[]] {
  const rising = half.toSorted((one, other) => (one.rgb[sample] ?? 0) - (other.rgb[sample] ?? 0));
  const whole = rising.reduce((sum, { count }) => sum + count, 0);
  let [at, passed] = [0, 0];
  while (at < rising.length - 1 && passed + (rising[at]?.count ?? 0) <= whole / 2) {
    passed += rising[at]?.count ?? 0;
    at += 1;
  }
  const place = Math.max(1, at);
  return [rising.slice(0, place), rising.slice(place)];
}
