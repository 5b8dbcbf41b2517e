import { createHash } from "node:crypto";
import type { PackFile, PackIndex } from "@twiza/contract";
import type { Offer } from "./open-packs.ts";
import { type Outside, pathOf } from "./outside.ts";

const absolute = (path: string | { url: string }): string =>
  new URL(typeof path === "string" ? path : path.url, "https://twiza.example").href;

/** Cache Storage of a phone with so much room, as far as packs use it. Survives whoever opened it, as the real one does. */
export function phoneStorage(quota = Number.POSITIVE_INFINITY) {
  const caches = new Map<string, Map<string, Uint8Array>>();
  const used = (): number =>
    [...caches.values()].flatMap((cache) => [...cache.values()]).reduce((sum, b) => sum + b.length, 0); // prettier-ignore
  const open = (name: string) => {
    const kept = caches.get(name) ?? new Map<string, Uint8Array>();
    caches.set(name, kept);
    return Promise.resolve({
      keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
      match: (path: string | { url: string }) => {
        const bytes = kept.get(absolute(path));
        return Promise.resolve(bytes && new Response(bytes.slice()));
      },
      put: async (path: string, response: Response) => {
        const bytes = new Uint8Array(await response.arrayBuffer());
        const freed = kept.get(absolute(path))?.length ?? 0;
        if (used() - freed + bytes.length > quota)
          throw Object.assign(new Error("no room"), { name: "QuotaExceededError" });
        kept.set(absolute(path), bytes);
      },
      delete: (path: string) => Promise.resolve(kept.delete(absolute(path))),
    });
  };
  return {
    // The calls that packs make, out of the twenty that the browser has.
    caches: {
      open,
      has: (name: string) => Promise.resolve(caches.has(name)),
    } as unknown as Outside["caches"],
    estimate: () => Promise.resolve({ quota, usage: used() }),
    /** What the browser clears when it needs room. */
    clear: (name: string, hash: string) => caches.get(name)?.delete(absolute(pathOf(hash))),
    names: (name: string): readonly string[] =>
      [...(caches.get(name)?.keys() ?? [])].map((url) => url.slice(url.lastIndexOf("/") + 1)),
  };
}

const named = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { bytes, hash: createHash("sha256").update(bytes).digest("hex") };
};

/** A server with blobs, and a course of so many lessons in them; `shared` files are in every version. */
export function shop() {
  const blobs = new Map<string, Uint8Array>();
  const keep = (text: string): { hash: string; bytes: number } => {
    const { bytes, hash } = named(text);
    blobs.set(hash, bytes);
    return { hash, bytes: bytes.length };
  };
  function course(
    courseId: string,
    version: number,
    lessons: number,
  ): Offer & { index: PackIndex } {
    const fileOf = (text: string, rest: Partial<PackFile>): PackFile =>
      // Ids and hashes are branded texts; these are as good.
      ({
        ...keep(text),
        type: "application/json",
        languages: ["fr"],
        spoken: [],
        ...rest,
      }) as PackFile;
    const files = Array.from({ length: lessons }, (_, at) => [
      fileOf(`${courseId} lesson ${at} v${version}`, {
        kind: "lesson",
        lessonIds: [`l${at}`] as never,
      }),
      fileOf(`${courseId} sound ${at}`, {
        kind: "audio",
        type: "audio/ogg",
        lessonIds: [`l${at}`] as never,
      }),
    ]).flat();
    const index = { format: 1, courseId, manifest: keep(`${courseId} manifest v${version}`), files } as unknown as PackIndex; // prettier-ignore
    return { courseId, version, pack: keep(JSON.stringify(index)).hash, index };
  }
  return { blobs, course };
}
