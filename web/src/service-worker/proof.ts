import { files } from "virtual:shell-files";
import { keep } from "./shell.ts";
import { CACHE } from "./told.ts";

/** Where a page looks for them. */
const KEYS = "/api/keys";

/**
 * Brings what a course is proven with that comes from another phone, for the time without network: our public keys, looked at anew
 * once a day, and for a browser that proves no signatures itself what does it instead. What does not come today comes another day.
 */
export async function keepProof(isNewDay: boolean): Promise<void> {
  const cache = await caches.open(CACHE);
  if (isNewDay || !(await cache.match(KEYS))) {
    const keys = await fetch(KEYS).catch(() => undefined);
    if (keys?.ok) await cache.put(KEYS, keys);
  }
  const provesItself = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]).then(
    () => true,
    () => false,
  );
  if (!provesItself) for (const path of files.proof) await keep(path);
}
