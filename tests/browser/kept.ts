import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { shellFiles } from "../../web/scripts/shell-files.ts";

/** What the phone keeps, by the names of its caches. */
export const cachesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => caches.keys());
export const shellsOf = async (page: Page): Promise<readonly string[]> =>
  (await cachesOf(page)).filter((name) => name.startsWith("shell:"));

/** Addresses that a cache holds. */
export const keptIn = (page: Page, cache: string): Promise<readonly string[]> =>
  page.evaluate(
    async (name) =>
      (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
    cache,
  );

/** What the worker wants. It is weighed as it is listed, which takes half a second: so it is listed once. */
let shell: ReturnType<typeof shellFiles> | undefined;

/** All that the worker wants in this language lies on the phone. */
export async function isWhole(page: Page, language: Language): Promise<void> {
  const { core, rest, sentences, fonts } = (shell ??= shellFiles());
  const wanted = new Set([...core, ...rest, ...sentences[language], ...fonts[language]]);
  const missing = async () => {
    const [newest = "none"] = (await shellsOf(page)).toReversed();
    const kept = await keptIn(page, newest);
    return [...wanted].filter((address) => !kept.includes(address));
  };
  // The page tells its worker what the phone is like some seconds after it has loaded.
  await expect.poll(missing).toEqual([]);
}

/** A note that the worker keeps for itself, read or changed as time would change it. */
export const noteOf = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(async (key) => {
    const note = await (await caches.open("phone")).match(key);
    return note ? ((await note.json()) as unknown) : undefined;
  }, name);
export const writeNote = (page: Page, name: string, note: unknown): Promise<void> =>
  page.evaluate(
    async ([key, value]) => {
      await (await caches.open("phone")).put(key, Response.json(value));
    },
    [name, note] as const,
  );
