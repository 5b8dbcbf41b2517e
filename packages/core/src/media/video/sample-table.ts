import type { Box } from "./boxes.ts";

/** Where one picture, or one piece of sound, lies in the file. */
export type Sample = { readonly from: number; readonly end: number };

/** Ten minutes of sixty pictures a second are less than half of it. */
const MOST = 100_000;

/** A list within a box: how many entries, behind how many bytes of head. Nothing when they do not all lie in it. */
function listIn(view: DataView, box: Box | undefined, { head = 4, each = 4 } = {}) {
  if (!box || box.at + head + 4 > box.end) return undefined;
  const count = view.getUint32(box.at + head);
  const at = box.at + head + 4;
  if (count > MOST || at + count * each > box.end) return undefined;
  return (entry: number, field = 0): number | undefined =>
    entry < count ? view.getUint32(at + entry * each + field) : undefined;
}
type List = NonNullable<ReturnType<typeof listIn>>;

/** How long all samples take together, in the time of their track, and how many they are. */
export function timesIn(view: DataView, stts: Box | undefined) {
  const list = listIn(view, stts, { each: 8 });
  if (!list) return undefined;
  let [count, ticks] = [0, 0];
  for (let entry = 0; ; entry += 1) {
    const some = list(entry);
    if (some === undefined) return { count, ticks };
    count += some;
    ticks += some * (list(entry, 4) ?? 0);
  }
}

type Tables = Readonly<Partial<Record<"stsz" | "stsc" | "stco" | "co64", Box>>>;

/** Every sample of a track; nothing when its tables contradict each other. */
export function samplesIn(
  view: DataView,
  { stsz, stsc, stco, co64 }: Tables,
): Sample[] | undefined {
  const sizes = sizesIn(view, stsz);
  const runs = listIn(view, stsc, { each: 12 });
  const chunks = listIn(view, stco ?? co64, { each: stco ? 4 : 8 });
  if (!sizes || !runs || !chunks) return undefined;
  const startOf = (chunk: number): number | undefined => {
    const high = chunks(chunk);
    return stco || high === undefined ? high : high * 2 ** 32 + (chunks(chunk, 4) ?? 0);
  };
  return inChunks(sizes, runs, startOf);
}

function sizesIn(view: DataView, stsz: Box | undefined): number[] | undefined {
  if (!stsz || stsz.at + 12 > stsz.end) return undefined;
  const same = view.getUint32(stsz.at + 4);
  const count = view.getUint32(stsz.at + 8);
  if (count > MOST || count === 0) return undefined;
  if (same > 0) return Array.from({ length: count }, () => same);
  const list = listIn(view, stsz, { head: 8 });
  return list && Array.from({ length: count }, (_, sample) => list(sample) ?? 0);
}

function inChunks(
  sizes: readonly number[],
  runs: List,
  startOf: (chunk: number) => number | undefined,
): Sample[] | undefined {
  const samples: Sample[] = [];
  let run = 0;
  for (let chunk = 0; samples.length < sizes.length; chunk += 1) {
    const start = startOf(chunk);
    if ((runs(run + 1) ?? Infinity) <= chunk + 1) run += 1;
    const held = runs(run, 4);
    if (start === undefined || !held || samples.length + held > sizes.length) return undefined;
    let from = start;
    for (let left = held; left > 0; left -= 1) {
      const end: number = from + (sizes[samples.length] ?? 0);
      samples.push({ from, end });
      from = end;
    }
  }
  return samples;
}
