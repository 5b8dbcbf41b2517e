import { contentAddress } from "../content.ts";
import { network } from "./network.svelte.ts";

/**
 * Which of these blobs could be opened now: with network all, without it those that lie on this phone. Asked anew when the network
 * goes. Where the browser keeps nothing for us nobody knows, and nothing is held to be missing.
 */
export function onPhone(hashes: () => readonly string[]) {
  let missing = $state.raw<readonly string[]>([]);

  $effect(() => {
    const wanted = hashes();
    if (network.isOnline || !hasWorker()) missing = [];
    else void missingOf(wanted).then((found) => (missing = found));
  });
  return {
    has: (hash: string): boolean => !missing.includes(hash),
  };
}

const hasWorker = (): boolean =>
  "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;

async function missingOf(hashes: readonly string[]): Promise<readonly string[]> {
  const kept = await Promise.all(
    hashes.map((hash) => caches.match(contentAddress(hash), { ignoreVary: true })),
  );
  return hashes.filter((_, index) => kept[index] === undefined);
}
