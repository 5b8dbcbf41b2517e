/** Points row by row from the top left, four bytes each: red, green, blue, and how much of it covers. */
export type Points = {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** The largest size that fits into a square of `side`, in the same proportions; never larger than it was. */
export function fitted(
  { width, height }: Pick<Points, "width" | "height">,
  side: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** Makes a picture smaller: each point is the mean of what it stands for, first along the rows and then down the columns. */
export function shrunk(points: Points, side: number): Points {
  const { width, height } = fitted(points, side);
  if (width === points.width && height === points.height) return points;
  const rows = meansAlong(points.data, {
    lines: points.height,
    from: points.width,
    to: width,
    step: 4,
    line: { read: points.width * 4, written: width * 4 },
  });
  const data = meansAlong(rows, {
    lines: width,
    from: points.height,
    to: height,
    step: width * 4,
    line: { read: 4, written: 4 },
  });
  return { data, width, height };
}

type Way = {
  readonly lines: number;
  /** Points in a line, before and after. */
  readonly from: number;
  readonly to: number;
  /** Bytes from one point of a line to the next, and from one line to the next. */
  readonly step: number;
  readonly line: { readonly read: number; readonly written: number };
};

function meansAlong(
  data: Uint8ClampedArray<ArrayBuffer>,
  way: Way,
): Uint8ClampedArray<ArrayBuffer> {
  const { lines, from, to, step, line } = way;
  const means = new Uint8ClampedArray(lines * to * 4);
  const share = from / to;
  for (let at = 0; at < to; at += 1) {
    const begin = at * share;
    const end = Math.min(from, begin + share);
    for (let row = 0; row < lines; row += 1) {
      let [red, green, blue, cover, whole] = [0, 0, 0, 0, 0];
      for (let point = Math.floor(begin); point < end; point += 1) {
        const weight = Math.min(end, point + 1) - Math.max(begin, point);
        const place = row * line.read + point * step;
        // Where nothing covers, the colour counts for nothing.
        const covering = weight * (data[place + 3] ?? 0);
        red += covering * (data[place] ?? 0);
        green += covering * (data[place + 1] ?? 0);
        blue += covering * (data[place + 2] ?? 0);
        cover += covering;
        whole += weight;
      }
      const place = row * line.written + at * step;
      if (cover === 0) continue;
      means[place] = red / cover;
      means[place + 1] = green / cover;
      means[place + 2] = blue / cover;
      means[place + 3] = cover / whole;
    }
  }
  return means;
}
