/// <reference lib="dom" />
import type { Page } from "playwright-core";

type Key = readonly (string | number)[];
type Store = "outbox" | "state" | "receipts" | "meta";

const readAll = (page: Page, store: Store, how: "getAllKeys" | "getAll"): Promise<unknown[]> =>
  page.evaluate(
    async ([name, ask]) => {
      // Opening it would make it, before the app has said what is in it.
      if (!(await indexedDB.databases()).some((one) => one.name === "twiza")) return [];
      return new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("twiza");
        opening.onerror = () => reject(new Error("it does not open"));
        opening.onsuccess = () => {
          const asked = opening.result.transaction(name).objectStore(name)[ask]();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result as unknown[]);
          };
        };
      });
    },
    [store, how] as const,
  );

/** The keys of what this phone keeps in its database, straight from the browser; none where it has no database yet. */
export const keysOf = (page: Page, store: Store): Promise<readonly Key[]> =>
  readAll(page, store, "getAllKeys") as Promise<readonly Key[]>;

/** The place where she is in a course, as this phone keeps it. */
export async function placeKept(
  page: Page,
): Promise<{ lessonId: string; block: number } | undefined> {
  const [state] = (await readAll(page, "state", "getAll")) as {
    place?: { lessonId: string; block: number };
  }[];
  return state?.place;
}

/** How many things wait to be sent on this phone. */
export const waitingOn = async (page: Page): Promise<number> =>
  (await keysOf(page, "outbox")).length;

/** Puts a thing that she did among what waits, or takes it away: in a course that is nobody's, so that it stays. */
export const leaveUnsent = (page: Page, isThere = true): Promise<void> =>
  page.evaluate(
    (put) =>
      new Promise<void>((resolve, reject) => {
        const learnerId = localStorage.getItem("twiza.learner") ?? "";
        const key = [learnerId, "crs_0", 1, "0"];
        const entry = {
          id: "0",
          deviceId: "0",
          seq: 1,
          learnerId,
          courseId: "crs_0",
          at: new Date().toISOString(),
          type: "practice.answered",
          payload: { lessonId: "les_0", block: 1 },
        };
        const opening = indexedDB.open("twiza");
        opening.onerror = () => reject(new Error("it does not open"));
        opening.onsuccess = () => {
          const work = opening.result.transaction("outbox", "readwrite");
          const outbox = work.objectStore("outbox");
          if (put) outbox.put(entry, key);
          else outbox.delete(key);
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    isThere,
  );

/**
 * Takes away what was done here, sent or not, and what is carried here for somebody: what the phone was made ready with stays.
 * Answers whether there was any.
 */
export async function forget(page: Page): Promise<boolean> {
  const [done, answered, meta] = await Promise.all([
    keysOf(page, "outbox"),
    keysOf(page, "receipts"),
    keysOf(page, "meta"),
  ]);
  const carried = meta.filter(([kind]) => kind === "carried");
  const all = { outbox: done, receipts: answered, meta: carried };
  if (Object.values(all).every((keys) => keys.length === 0)) return false;
  await page.evaluate(
    (gone) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("twiza");
        opening.onerror = () => reject(new Error("it does not open"));
        opening.onsuccess = () => {
          const work = opening.result.transaction(Object.keys(gone), "readwrite");
          for (const [store, keys] of Object.entries(gone))
            for (const key of keys) work.objectStore(store).delete([...key]);
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    all,
  );
  return true;
}
