import { ENTRIES, GUEST, PARKED, RECEIPTS } from "./entry.ts";
import type { Phone } from "./phone.ts";

/** How much of a learner's is on this phone. */
export type Standing = {
  /** What waits to be sent. */
  readonly waiting: number;
  /** What was refused and asks for her decision. */
  readonly refused: number;
  /** Since when her queue waits for her to sign in. */
  readonly parkedSince?: string | undefined;
  /** What waits of other learners on this phone; the guest's is no one's yet. */
  readonly others: number;
};

export const standingOf = (phone: Phone, learnerId: string): Promise<Standing> =>
  phone.database.run("read", [ENTRIES, RECEIPTS, PARKED], async (tx) => ({
    waiting: await tx.count(ENTRIES, [learnerId]),
    refused: await tx.count(RECEIPTS, [learnerId, "refused"]),
    parkedSince: (await tx.get(PARKED, ["parked", learnerId]))?.since,
    others:
      (await tx.count(ENTRIES, [])) -
      (await tx.count(ENTRIES, [GUEST])) -
      (learnerId === GUEST ? 0 : await tx.count(ENTRIES, [learnerId])),
  }));
