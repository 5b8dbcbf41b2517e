import { keep, kept } from "../lib/kept.ts";

/**
 * Counts what came over the wire to this page, by month. What the worker answers from the phone counts nothing here, and what it
 * fetches for that it counts itself.
 */
export function countPage(): void {
  let counted = 0;
  // A lesson of pictures and an evening in one page go beyond the usual 250.
  performance.setResourceTimingBufferSize(2000);
  window.countUsed = () => {
    const before = counted;
    counted = performance
      .getEntries()
      .reduce((sum, entry) => sum + ("transferSize" in entry ? Number(entry.transferSize) : 0), 0);
    const month = `used.${new Date().toISOString().slice(0, 7)}` as const;
    if (counted > before) keep(month, String(Number(kept(month)) + counted - before));
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") window.countUsed?.();
  });
}
