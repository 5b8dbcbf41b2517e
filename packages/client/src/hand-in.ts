import { written } from "./clock.ts";
import { DEVICE, ENTRIES, type Entry, RECEIPTS, type Receipt } from "./entry.ts";
import { momentIn, type Phone } from "./phone.ts";

/** A handing in as this phone knows it: it waits to be sent, or it has its answer. */
export type HandedIn = { readonly state: "waiting" } | ({ readonly state: "answered" } & Receipt);

/**
 * What became of the handing in of one attempt; nothing when it was never written down here. What waits comes before old answers,
 * and what was taken before what was refused.
 */
export function handInOf(
  phone: Phone,
  learnerId: string,
  attemptId: string,
): Promise<HandedIn | undefined> {
  const isIt = (entry: Entry): boolean =>
    entry.type === "attempt.handed_in" && entry.payload.attemptId === attemptId;
  return phone.database.run("read", [ENTRIES, RECEIPTS], async (tx) => {
    if ((await tx.list(ENTRIES, [learnerId])).some(isIt)) return { state: "waiting" };
    const last = (await tx.list(RECEIPTS, [learnerId])).findLast(({ entry }) => isIt(entry));
    return last && { state: "answered", ...last };
  });
}

/** The moment that this phone claims now, as the contract writes it. */
export const momentOn = (phone: Phone): Promise<string> =>
  phone.database.run("read", [DEVICE], async (tx) => written(await momentIn(tx, phone)));
