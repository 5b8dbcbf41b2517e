import type { Language } from "@twiza/contract/where";

/** What the page has told of this phone, kept for the time when a newer worker is put on it with no page to ask. */
export type Told = {
  readonly language: Language;
  /** She saves data: no font, and no more than was asked for. */
  readonly thrifty: boolean;
  /** The worker was here before this page was opened. */
  readonly again: boolean;
  /** The day it was told, `2026-03-01`. */
  readonly day: string;
  /** What the app then took on this phone, for the page to say. */
  readonly bytes: number;
};

/** Where the worker keeps its own few notes; the page reads them. */
export const CACHE = "phone";
const KEY = "/told.json";

export async function told(): Promise<Told | undefined> {
  const kept = await (await caches.open(CACHE)).match(KEY);
  // Written by this same worker, or by an older one that knew the same words.
  return kept ? ((await kept.json()) as Told) : undefined;
}

export async function keepTold(now: Told): Promise<void> {
  await (await caches.open(CACHE)).put(KEY, Response.json(now));
}
