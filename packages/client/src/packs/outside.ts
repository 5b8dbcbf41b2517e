/** What packs need of a browser, handed in: tests hand in their own, and break it. */
export type Outside = {
  /** Cache Storage. */
  readonly caches: Pick<CacheStorage, "has" | "open">;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** `navigator.storage.estimate`, where there is one. */
  readonly estimate?: (() => Promise<{ quota?: number; usage?: number }>) | undefined;
  /** One at a time over all tabs of this phone (`navigator.locks`); without it, tabs may fetch a file twice. */
  readonly alone?: ((name: string, work: () => Promise<void>) => Promise<void>) | undefined;
};

/** Where files of packs lie, all together: what two courses or two versions share is there once. */
export const FILES = "packs";
/** Where the phone notes what it has of which course. */
export const RECORDS = "pack-records";

export const pathOf = (hash: string): string => `/content/${hash}`;

/** Bytes that the browser would still give; nothing when it does not say. */
export async function freeBytes({ estimate }: Outside): Promise<number | undefined> {
  try {
    const { quota, usage = 0 } = (await estimate?.()) ?? {};
    return quota === undefined ? undefined : Math.max(0, quota - usage);
  } catch {
    // The browser keeps it to itself.
    return undefined;
  }
}

/** The name that bytes have: their SHA-256, as hex. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
