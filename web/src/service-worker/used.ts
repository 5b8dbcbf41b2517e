import { CACHE } from "./told.ts";

const KEY = "/used.json";
/** Bytes that this worker has fetched, by month: `{"2026-03": 120000}`. Last month's stay for one who looks on the first. */
type Used = Readonly<Record<string, number>>;

let writing: Promise<void> = Promise.resolve();

/** Adds what came over the wire since the last time, headers and all, as the browser's own clock of requests has it. */
export function count(): Promise<void> {
  writing = writing.then(add, add);
  return writing;
}

async function add(): Promise<void> {
  const entries = performance.getEntriesByType("resource");
  performance.clearResourceTimings();
  const bytes = entries.reduce(
    (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0),
    0,
  );
  if (bytes === 0) return;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(KEY);
  // Written by this same worker.
  const used = kept ? ((await kept.json()) as Used) : {};
  const month = new Date().toISOString().slice(0, 7);
  const months = Object.entries({ ...used, [month]: (used[month] ?? 0) + bytes });
  await cache.put(KEY, Response.json(Object.fromEntries(months.sort().slice(-2))));
}
