import { written } from "./clock.ts";
import type { Tx } from "./database.ts";
import {
  courseKey,
  COURSES,
  DEVICE,
  ENTRIES,
  type Entry,
  keyOf,
  PARKED,
  type Receipt,
  RECEIPTS,
} from "./entry.ts";
import { joined, type Progress, withEvents } from "./merge.ts";
import { stateIn, stepsOf } from "./state.ts";
import { hear, momentIn, type Phone } from "./phone.ts";

/** Of each learner that many answered entries can be looked up; refused ones stay until she decides. */
const KEPT = 100;
/** Pruning now and then costs less than at every receipt. */
const SLACK = 50;

export type Answered = { readonly entry: Entry } & Pick<Receipt, "result" | "code" | "outcome">;
/** What came back with a sending. */
export type Settlement = {
  readonly answers: readonly Answered[];
  /** Progress as the server told it. */
  readonly progress?: Progress | undefined;
  /** The server's clock, in milliseconds. */
  readonly server?: number | undefined;
  /** It came back by another phone: it does not show that she is signed in here. */
  readonly isCarried?: boolean;
};

const bucketOf = (result: Receipt["result"]) => (result === "refused" ? "refused" : "sent");
const receiptKey = ({ entry, result }: Pick<Receipt, "entry" | "result">) =>
  [entry.learnerId, bucketOf(result), entry.seq, entry.id] as const;

/** Takes answered entries out of the queue and files their receipts, in one transaction. Safe to repeat: what is gone stays gone. */
export function settle(
  phone: Phone,
  whose: { learnerId: string; courseId: string },
  { answers, progress, server, isCarried = false }: Settlement,
): Promise<void> {
  return phone.database.run("write", [DEVICE, ENTRIES, RECEIPTS, COURSES], async (tx) => {
    if (server !== undefined) await hear(tx, phone, server);
    const at = written(await momentIn(tx, phone));
    for (const answer of answers) {
      const key = keyOf(answer.entry);
      // Another tab was faster, or a later "reached" has taken its place.
      if (!(await tx.get(ENTRIES, key))) continue;
      await tx.drop(ENTRIES, key);
      await tx.put(RECEIPTS, receiptKey(answer), { ...answer, at });
    }
    // An answer to whatever of hers shows that she is signed in.
    if (answers.length > 0 && !isCarried) await tx.drop(PARKED, ["parked", whose.learnerId]);
    const state = await stateIn(tx, whose);
    const isRefused = answers.some(({ result }) => result === "refused");
    await tx.put(COURSES, courseKey(whose.learnerId, whose.courseId), {
      ...state,
      known: joined(state.known, progress ?? {}),
      progress: joined(state.progress, progress ?? {}),
      isStale: (state.isStale ?? false) || isRefused,
    });
    await prune(tx, whose.learnerId);
  });
}

async function prune(tx: Tx, learnerId: string): Promise<void> {
  const sent = await tx.count(RECEIPTS, [learnerId, "sent"]);
  if (sent <= KEPT + SLACK) return;
  for (const old of await tx.list(RECEIPTS, [learnerId, "sent"], { limit: sent - KEPT }))
    await tx.drop(RECEIPTS, receiptKey(old));
}

/** What the server has answered of a learner's, the newest first. */
export async function receipts(
  phone: Phone,
  learnerId: string,
  bucket: "sent" | "refused",
): Promise<Receipt[]> {
  const all = await phone.database.run("read", [RECEIPTS], (tx) =>
    tx.list(RECEIPTS, [learnerId, bucket]),
  );
  return all.reverse();
}

/** Lets a refused entry wait to be sent once more, unchanged. */
export const retry = (phone: Phone, refused: Receipt): Promise<void> =>
  decide(phone, refused, async (tx) => {
    const { entry } = refused;
    await tx.put(ENTRIES, keyOf(entry), entry);
    const state = await stateIn(tx, entry);
    const progress = withEvents(state.progress, stepsOf(entry));
    await tx.put(COURSES, courseKey(entry.learnerId, entry.courseId), { ...state, progress });
  });

/** Lets a refused entry go: only she decides that. It can still be looked up among the receipts. */
export const giveUp = (phone: Phone, refused: Receipt): Promise<void> =>
  decide(phone, refused, (tx) => {
    const receipt: Receipt = { ...refused, result: "given_up" };
    return tx.put(RECEIPTS, receiptKey(receipt), receipt);
  });

function decide(phone: Phone, refused: Receipt, what: (tx: Tx) => Promise<void>): Promise<void> {
  const key = receiptKey(refused);
  return phone.database.run("strict", [ENTRIES, RECEIPTS, COURSES], async (tx) => {
    // Decided already, by a second tap or in another tab.
    if (!(await tx.get(RECEIPTS, key))) return;
    await tx.drop(RECEIPTS, key);
    await what(tx);
  });
}
