import { written } from "./clock.ts";
import { DEVICE, ENTRIES, type Entry, RECEIPTS, type Receipt } from "./entry.ts";
import { momentIn, type Phone } from "./phone.ts";

/** A handing in as this phone knows it: it waits to be sent, or it has its answer. */
export type HandedIn = { readonly state: "waiting" } | ({ readonly state: "answered" } & Receipt);

/** What became of the handing in of one attempt; nothing when it was never written down here. What waits comes before old answers. */
export function handInOf(
  phone: Phone,
  {
    learnerId,
    courseId,
    attemptId,
  }: Readonly<Record<"learnerId" | "courseId" | "attemptId", string>>,
): Promise<HandedIn | undefined> {
  const isIt = (entry: Entry): boolean =>
    entry.type === "attempt.handed_in" &&
    entry.courseId === courseId &&
    entry.payload.attemptId === attemptId;
  return phone.database.run("read", [ENTRIES, RECEIPTS], async (tx) => {
    const waiting = await tx.list(ENTRIES, [learnerId, courseId]);
    if (waiting.some(isIt)) return { state: "waiting" };
    const receipts = await tx.list(RECEIPTS, [learnerId]);
    const last = receipts
      .filter(({ entry }) => isIt(entry))
      .toSorted(byMoment)
      .at(-1);
    return last && { state: "answered", ...last };
  });
}

const byMoment = (one: Receipt, other: Receipt): number =>
  Date.parse(one.at) - Date.parse(other.at);

/** The moment that this phone claims now, as the contract writes it. */
export const momentOn = (phone: Phone): Promise<string> =>
  phone.database.run("read", [DEVICE], async (tx) => written(await momentIn(tx, phone)));
