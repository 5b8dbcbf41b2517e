import { version } from "$app/env";

/** Beside the worker's own caches, of which it answers from any: phones of learners whose courses ask for no work carry none of its names. */
const PREFIX = "work:";

/**
 * Has what shows work stay on this phone: all that was fetched since the app was opened and that lies in no cache yet, in this version of
 * the app and in no other.
 */
export async function stayHere(): Promise<void> {
  try {
    const name = PREFIX + version;
    const wanted = performance
      .getEntriesByType("resource")
      .map((entry) => new URL(entry.name))
      .filter(
        ({ origin, pathname }) =>
          origin === location.origin && pathname.startsWith("/_app/immutable/"),
      )
      .map(({ pathname }) => pathname);
    const cache = await caches.open(name);
    for (const path of new Set(wanted)) if (!(await caches.match(path))) await cache.add(path);
    for (const other of await caches.keys())
      if (other.startsWith(PREFIX) && other !== name) await caches.delete(other);
  } catch {
    // Forbidden or full storage, or no network any more: the page works for as long as it is open.
  }
}
