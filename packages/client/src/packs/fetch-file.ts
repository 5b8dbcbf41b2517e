import type { Wanted } from "@twiza/contract/pack-choice";
import { isQuota, PackFault } from "./fault.ts";
import { FILES, freeBytes, hashOf, type Outside, pathOf } from "./outside.ts";

type How = { readonly signal?: AbortSignal | undefined; readonly left: number };

/**
 * Fetches one file, makes sure that it is what its name says, and keeps it. Bytes that are not are thrown away and asked for once
 * more past every cache on the way. `left` is how many bytes of the pack are still to come, for the sentence when the phone is full.
 * @throws PackFault; and what the signal was aborted with
 */
export async function fetchFile(outside: Outside, file: Wanted, how: How): Promise<void> {
  const bytes =
    (await fetched(outside, file, { ...how, cache: "default" })) ??
    (await fetched(outside, file, { ...how, cache: "reload" }));
  if (!bytes) throw new PackFault("corrupt");
  const headers = { "content-type": file.type, "content-length": String(bytes.byteLength) };
  try {
    const cache = await outside.caches.open(FILES);
    await cache.put(pathOf(file.hash), new Response(bytes, { headers }));
  } catch (error) {
    if (!isQuota(error)) throw error;
    throw new PackFault("full", {
      needed: how.left,
      free: await freeBytes(outside),
      cause: error,
    });
  }
}

/** The bytes, or nothing when they are not those of the name. */
async function fetched(
  { fetch }: Outside,
  { hash, bytes: weight }: Wanted,
  { signal, cache }: How & { readonly cache: RequestCache },
): Promise<ArrayBuffer | undefined> {
  try {
    const response = await fetch(pathOf(hash), {
      cache,
      credentials: "omit",
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw new PackFault(response.status === 404 ? "missing" : "server");
    const bytes = await response.arrayBuffer();
    const isWhole = bytes.byteLength === weight && (await hashOf(bytes)) === hash;
    return isWhole ? bytes : undefined;
  } catch (error) {
    if (error instanceof PackFault || signal?.aborted) throw error;
    throw new PackFault("offline", { cause: error });
  }
}
