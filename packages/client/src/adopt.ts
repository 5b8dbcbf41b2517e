import { courseKey, COURSES, ENTRIES, type Entry, GUEST, keyOf } from "./entry.ts";
import { joined, later } from "./merge.ts";
import { stateIn } from "./state.ts";
import type { Phone } from "./phone.ts";

/** What the guest did in a course becomes the learner's who has just enrolled in it. Safe to repeat. */
export function adopt(
  phone: Phone,
  { learnerId, courseId }: { readonly learnerId: string; readonly courseId: string },
): Promise<void> {
  return phone.database.run("strict", [ENTRIES, COURSES], async (tx) => {
    const guest = { learnerId: GUEST, courseId };
    for (const entry of await tx.list(ENTRIES, [GUEST, courseId])) {
      const hers: Entry = { ...entry, learnerId };
      await tx.put(ENTRIES, keyOf(hers), hers);
    }
    await tx.drop(ENTRIES, [GUEST, courseId]);
    const [before, own] = [await stateIn(tx, guest), await stateIn(tx, { learnerId, courseId })];
    await tx.drop(COURSES, courseKey(GUEST, courseId));
    await tx.put(COURSES, courseKey(learnerId, courseId), {
      ...own,
      progress: joined(own.progress, before.progress),
      place: later(own.place, before.place),
      names: { ...before.names, ...own.names },
      reached: { ...own.reached, ...before.reached },
    });
  });
}
