import { i18n } from "../i18n.svelte.ts";
import { VOLUMES_OF_CHECK } from "./volume.ts";

/** Beside the worker's own caches, of which it answers from any: learners' phones need not carry the names of these files. */
const CACHE = "checking";

/**
 * Has the page that checks certificates stay on this device, with all that it needs without network: what was fetched since the page was
 * opened, in this version of the app and in no other.
 */
export async function stayHere(): Promise<void> {
  try {
    // Each is asked for at a tap, which may be far from any network.
    await Promise.all([
      import("qr/decode.js"),
      ...VOLUMES_OF_CHECK.map((volume) => volume[i18n.language]()),
    ]);
    const cache = await caches.open(CACHE);
    const wanted = performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname)
      .filter((path) => path.startsWith("/_app/immutable/"));
    for (const path of new Set(wanted)) if (!(await cache.match(path))) await cache.add(path);
    for (const { url } of await cache.keys())
      if (!wanted.includes(new URL(url).pathname)) await cache.delete(url);
  } catch {
    // Forbidden or full storage, or no network any more: the page works for as long as it is open.
  }
}
