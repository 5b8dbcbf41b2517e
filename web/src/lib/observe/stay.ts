import { i18n } from "../i18n.svelte.ts";

/** Beside the worker's own caches, of which it answers from any: learners' phones need not carry the names of these files. */
const CACHE = "observing";

/**
 * Has this page stay on the phone: all that it fetched since it was opened, in this version of the app and in no other. Done whenever a
 * group is taken along, since that is what it is opened for without network.
 */
export async function stayHere(): Promise<void> {
  try {
    // What reads aloud comes with its first tap, which may be far from any network.
    const { VOICE } = await import("../voice/engine.svelte.ts");
    await VOICE[i18n.language]();
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
