/** Where the service worker leaves its notes; it knows them by the same names. */
const CACHE = "phone";

async function note<T>(key: string): Promise<T | undefined> {
  if (!("caches" in globalThis)) return undefined;
  const kept = await (await caches.open(CACHE)).match(key).catch(() => undefined);
  // Written by our own worker.
  return kept ? ((await kept.json()) as T) : undefined;
}

/** How many bytes the app takes on this phone, if it lies there. */
export const keptBytes = async (): Promise<number | undefined> =>
  (await note<{ readonly bytes?: number }>("/told.json"))?.bytes;

/** Bytes that the worker has fetched, by month (`2026-03`). */
export const usedByWorker = async (): Promise<Readonly<Record<string, number>>> =>
  (await note<Readonly<Record<string, number>>>("/used.json")) ?? {};
