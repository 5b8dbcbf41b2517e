import { tableList } from "@twiza/storage/tables";
import type { House } from "./house.ts";

/** How many changes every table has seen: equal before and after means that nothing was written. */
export async function countWritten(house: House): Promise<Record<string, number>> {
  await house.server.worker.settled();
  const counts: Record<string, number> = {};
  for (const { name } of tableList) counts[name] = await countIn(house, name);
  return counts;
}

async function countIn(house: House, table: string): Promise<number> {
  let after: string | undefined;
  let count = 0;
  for (;;) {
    const { records, next } = await house.server.engine.changes(table, after, 1000);
    if (records.length === 0) return count;
    // The worker keeps its place, a sample may sign somebody in, tries are counted: none is an effect of the request.
    count += records.filter(
      ({ key }) => !/^(RECORD#(feed|guess|parcel)|SESSION)\b/.test(key.pk),
    ).length;
    after = next;
  }
}
