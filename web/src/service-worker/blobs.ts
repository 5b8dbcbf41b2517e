import { partOf, wholeAsPart } from "./part.ts";
import { told } from "./told.ts";

/** What was opened without being downloaded, by how many of it the phone keeps: the oldest goes first. */
const SEEN = { name: "seen", most: 400 } as const;
const HEAVY = { name: "heard", most: 12 } as const;

/**
 * A piece of a course: from whichever pack holds it, else from what was opened before, else from the network. Its name is the hash
 * of its bytes, so that any copy is the right one. Ranges are cut out of the whole, which lets a voice be wound without network.
 */
export async function blob(request: Request, waitFor: (work: Promise<void>) => void) {
  const { pathname } = new URL(request.url);
  const range = request.headers.get("range");
  // A download keeps what it fetches itself, and looks at it: a piece that was wrong is fetched anew, whatever lies here. It can be
  // called off, so it is fetched as it asks. Nothing else asks without a cookie.
  const isDownload = request.credentials === "omit";
  if (isDownload && request.cache === "reload") return fetch(request);
  const kept = await caches.match(pathname, { ignoreVary: true });
  if (kept) return range === null ? kept : partOf(kept, range);
  // A video is fetched as far as it is watched: the whole of it is for who downloads it.
  if (isDownload || request.destination === "video") return fetch(request);
  // From the beginning on is the whole: it is fetched once, and stays. Who saves data may stop listening half way.
  const isWhole = range === null || (range === "bytes=0-" && !(await told())?.thrifty);
  if (!isWhole) return fetch(request);
  const whole = await fetch(pathname);
  if (whole.status !== 200) return whole;
  waitFor(remember(pathname, whole.clone()));
  return range === null ? whole : wholeAsPart(whole);
}

/** Keeps what a page has fetched before the worker was there, if the browser still has it: not a byte is fetched for it. */
export async function rememberSeen(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (await caches.match(path, { ignoreVary: true })) continue;
    const known = await fetch(path, { cache: "only-if-cached", mode: "same-origin" }).catch(
      () => undefined,
    );
    if (known?.status === 200) await remember(path, known);
  }
}

async function remember(path: string, response: Response): Promise<void> {
  const type = response.headers.get("content-type") ?? "";
  // Downloads keep it themselves, and nobody else asks for the whole of one.
  if (type.startsWith("video/")) return;
  const isDocument = response.headers.has("content-disposition");
  const { name, most } = type.startsWith("audio/") || isDocument ? HEAVY : SEEN;
  try {
    const cache = await caches.open(name);
    await cache.put(path, response);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -most).map((key) => cache.delete(key)));
  } catch {
    // The phone is full, or the sound was cut off: the page has its answer all the same.
  }
}
