import { fetchFile } from "./fetch-file.ts";
import { filesHere, missingOf, type Progress, progressOf } from "./here.ts";
import type { Outside } from "./outside.ts";
import type { PackRecord } from "./record.ts";

/** At once, so that a slow network is busy and a broken one loses little. */
const AT_ONCE = 3;

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
