import { setImmediate } from "node:timers/promises";

/** Rows a transaction, so that other writers wait for milliseconds only. */
export const AT_ONCE = 200;

/**
 * Repeats a deletion until it finds less than a full batch. Between two batches whoever waits is answered: SQLite works in the
 * thread that serves.
 * @returns how many rows went
 */
export async function inBatches(batch: () => number): Promise<number> {
  let gone = 0;
  for (;;) {
    const count = batch();
    gone += count;
    if (count < AT_ONCE) return gone;
    await setImmediate();
  }
}
