import { tableList } from "@twiza/storage/tables";
import type { House } from "./house.ts";

type Counted = { readonly count: number; readonly upTo?: string };

/** How many changes every table has seen, of those that are counted. */
function countOf(isCounted: (pk: string) => boolean) {
  /** What was counted before: a feed only grows, so each change is read once. */
  const counted = new WeakMap<House, Map<string, Counted>>();

  /** Counts on from where it stood, to the end of the feed. */
  async function countOn(house: House, table: string, { count, upTo }: Counted): Promise<Counted> {
    const { records, next } = await house.server.engine.changes(table, upTo, 1000);
    if (records.length === 0) return { count, upTo: next };
    const more = records.filter(({ key }) => isCounted(key.pk));
    return countOn(house, table, { count: count + more.length, upTo: next });
  }

  return async (house: House): Promise<Record<string, number>> => {
    await house.server.worker.settled();
    const before = counted.get(house) ?? new Map<string, Counted>();
    counted.set(house, before);
    for (const { name } of tableList) {
      before.set(name, await countOn(house, name, before.get(name) ?? { count: 0 }));
    }
    return Object.fromEntries([...before].map(([name, { count }]) => [name, count]));
  };
}

/**
 * How many changes every table has seen: equal before and after means that nothing was written. The worker keeps its place, a
 * sample may sign somebody in, tries are counted: none is an effect of the request.
 */
export const countWritten = countOf((pk) => !/^(RECORD#(feed|guess|parcel)|SESSION)\b/.test(pk));

/** The same of sessions alone, for what ends one or changes it. */
export const countSessions = countOf((pk) => /^SESSION\b/.test(pk));
