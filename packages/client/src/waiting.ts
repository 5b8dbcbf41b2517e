import { ENTRIES, type Entry, keyOf } from "./entry.ts";
import type { Phone } from "./phone.ts";

/** What waits of a learner, oldest first within a course. Pages begin after an entry. */
export const waiting = (
  phone: Phone,
  learnerId: string,
  { after, limit = 50 }: { after?: Entry; limit?: number } = {},
): Promise<Entry[]> =>
  phone.database.run("read", [ENTRIES], (tx) =>
    tx.list(ENTRIES, [learnerId], { ...(after ? { after: keyOf(after) } : {}), limit }),
  );
