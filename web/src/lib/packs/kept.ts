import { hasRecords } from "./records.ts";

/** Goes on with downloads that were begun, on pages that show none. Nothing is loaded for whoever has none. Answers the end of it. */
export function goOnWithDownloads(): () => void {
  const controller = new AbortController();
  void goOn(controller.signal);
  return () => controller.abort();
}

async function goOn(over: AbortSignal): Promise<void> {
  if (!(await hasRecords())) return;
  // On a phone that was handed a course it may come only with the network: the next page asks again.
  const found = await import("./downloads.svelte.ts").catch(() => undefined);
  if (over.aborted || !found) return;
  const { downloads } = found;
  over.addEventListener("abort", downloads.start());
}
