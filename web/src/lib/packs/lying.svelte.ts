import type { OnPhone } from "@twiza/client/packs";
import { hasRecords } from "./records.ts";

/** Where a phone can keep courses at all: over HTTPS, in a browser that lets it. */
export const canKeep = "caches" in globalThis;

let all = $state.raw<readonly OnPhone[]>();

/**
 * The courses that lie on this phone or are on their way to it, for pages that only tell of them. Whoever has some has what looks
 * after them on every page (`goOnWithDownloads`), and that tells it here; for everybody else nothing more is loaded.
 */
export const lying = {
  /** Nothing until the phone was looked through. */
  get all(): readonly OnPhone[] | undefined {
    return all;
  },
  tell(seen: readonly OnPhone[]): void {
    all = seen;
  },
  /** Says so where there are none, unless somebody has told already. */
  async look(): Promise<void> {
    if (!(await hasRecords())) all ??= [];
  },
};
