import { tableList } from "@twiza/storage/tables";
import type { House } from "./house.ts";

type Counted = { readonly count: number; readonly upTo?: string };

/** What was counted before: a feed only grows, so each change is read once. */
const counted = new WeakMap<House, Map<string, Counted>>();

/** How many changes every table has seen: equal before and after means that nothing was written. */
export async function countWritten(house: House): Promise<Record<string, number>> {
  await house.server.worker.settled();
  const before = counted.get(house) ?? new Map<string, Counted>();
  counted.set(house, before);
  for (const { name } of tableList) {
    before.set(name, await countOn(house, name, before.get(name) ?? { count: 0 }));
  }
  return Object.fromEntries([...before].map(([name, { count }]) => [name, count]));
}

/** Counts on from where it stood, to the end of the feed. */
async function countOn(house: House, table: string, { count, upTo }: Counted): Promise<Counted> {
  const { records, next } = await house.server.engine.changes(table, upTo, 1000);
  if (records.length === 0) return { count, upTo: next };
  // The worker keeps its place, a sample may sign somebody in, tries are counted: none is an effect of the request.
  const more = records.filter(({ key }) => !/^(RECORD#(feed|guess|parcel)|SESSION)\b/.test(key.pk));
  return countOn(house, table, { count: count + more.length, upTo: next });
}
