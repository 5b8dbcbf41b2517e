import { filesOf, type Wanted, weightOf } from "./choice.ts";
import { fetchFile } from "./fetch-file.ts";
import { FILES, type Outside, pathOf } from "./outside.ts";
import type { PackRecord } from "./record.ts";

/** At once, so that a slow network is busy and a broken one loses little. */
const AT_ONCE = 3;

export type Progress = { readonly done: number; readonly total: number };

/** The names of all files that lie on the phone. One look, however many there are. */
export async function filesHere({ caches }: Outside): Promise<ReadonlySet<string>> {
  const cache = await caches.open(FILES);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return new Set(paths.map((path) => path.slice(pathOf("").length)));
}

export const missingOf = (
  record: Pick<PackRecord, "index" | "choice">,
  here: ReadonlySet<string>,
): readonly Wanted[] => filesOf(record.index, record.choice).filter(({ hash }) => !here.has(hash));

/** How far a pack has come, in bytes. */
export function progressOf(
  record: Pick<PackRecord, "index" | "choice">,
  here: ReadonlySet<string>,
): Progress {
  const total = weightOf(filesOf(record.index, record.choice));
  return { done: total - weightOf(missingOf(record, here)), total };
}

/**
 * Fetches what is missing of a pack. What is here stays, whatever goes wrong: the next time it goes on from there.
 * @throws PackFault, or what the signal was aborted with
 */
export async function download(
  outside: Outside,
  record: PackRecord,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (progress: Progress) => void },
): Promise<void> {
  const here = await filesHere(outside);
  const waiting = [...missingOf(record, here)];
  const { total, ...begun } = progressOf(record, here);
  let { done } = begun;
  tell({ done, total });
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      either.throwIfAborted();
      await fetchFile(outside, file, { signal: either, left: total - done });
      done += file.bytes;
      tell({ done, total });
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    worker().catch((error: unknown) => {
      // The first fault is the one to tell; the others only stop.
      stop.abort(error);
      throw error;
    }),
  );
  const [failed] = (await Promise.allSettled(workers)).filter(
    ({ status }) => status === "rejected",
  );
  if (!failed) return;
  signal.throwIfAborted();
  throw stop.signal.reason;
}
