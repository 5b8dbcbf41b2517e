import { passKey, PASSES } from "./carry/pass.ts";
import { COURSES, ENTRIES, PARKED, RECEIPTS } from "./entry.ts";
import type { Phone } from "./phone.ts";

/** Erases all that is kept of one learner, what waits to be sent and her pass too. Nobody else's, and safe to repeat. */
export const erase = (phone: Phone, learnerId: string): Promise<void> =>
  phone.database.run("strict", [ENTRIES, RECEIPTS, COURSES, PARKED, PASSES], async (tx) => {
    await tx.drop(ENTRIES, [learnerId]);
    await tx.drop(RECEIPTS, [learnerId]);
    await tx.drop(COURSES, [learnerId]);
    await tx.drop(PARKED, ["parked", learnerId]);
    await tx.drop(PASSES, passKey(learnerId));
  });
