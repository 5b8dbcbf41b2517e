import type { LearnerId } from "@twiza/contract";
import type { Engine } from "@twiza/storage";
import { tables } from "@twiza/storage/tables";

/** The ids of every event that the server has of a learner. The store keeps each at most once: its id is its key. */
export async function eventsOf(engine: Engine, learnerId: LearnerId): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let after: string | undefined; ;) {
    const { items, next } = await engine.query(tables.learners.name, {
      pk: `LEARNER#${learnerId}`,
      sk: { beginsWith: "EVENT#" },
      ...(after === undefined ? {} : { after }),
    });
    for (const { sk } of items) ids.add(sk.slice("EVENT#".length));
    if (next === undefined) return ids;
    after = next;
  }
}
