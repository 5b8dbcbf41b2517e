import type { Outside } from "@twiza/client/packs";

/** What courses on this phone need of its browser. */
export const outside: Outside = {
  caches: globalThis.caches,
  fetch: (path, init) => fetch(path, init),
  estimate: () => navigator.storage.estimate(),
  alone:
    "locks" in navigator
      ? (name, work) => navigator.locks.request(name, work).then(() => undefined)
      : undefined,
};
