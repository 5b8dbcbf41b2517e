import type { SealingKey } from "@twiza/contract";
import { written } from "../clock.ts";
import { DEVICE, ENTRIES, type Entry, type HandInEntry, type LearningEntry } from "../entry.ts";
import { momentIn, type Phone } from "../phone.ts";
import { BATCH, wireOf } from "../post.ts";
import { CarryFault } from "./fault.ts";
import { passKey, PASSES } from "./pass.ts";
import { seal } from "./seal.ts";

/** As much as the server takes in one parcel: entries, and bytes of them before they are compressed and sealed. */
const MOST = 100;
const MOST_BYTES = 40_000;

export type Parcels = {
  /** Sealed, each for itself, the oldest things first. */
  readonly parcels: readonly string[];
  /** How many entries are in them. */
  readonly entries: number;
  /** By this phone's clock the pass has expired. It may be wrong, so that only the server judges. */
  readonly isOverdue: boolean;
};

/**
 * All that waits of one learner, sealed for our server; what waits stays where it is. Nobody else's of this phone goes along.
 * @throws CarryFault `no_pass` when this phone was not prepared for her while it had network
 */
export async function parcelsOf(
  phone: Phone,
  learnerId: string,
  [key]: readonly SealingKey[],
): Promise<Parcels> {
  const { entries, pass, device, moment } = await phone.database.run(
    "read",
    [ENTRIES, PASSES, DEVICE],
    async (tx) => ({
      entries: await tx.list(ENTRIES, [learnerId]),
      pass: await tx.get(PASSES, passKey(learnerId)),
      device: await tx.get(DEVICE, ["device"]),
      moment: await momentIn(tx, phone),
    }),
  );
  if (!key || !pass || pass.deviceId !== device?.id) throw new CarryFault("no_pass");
  const sealedAt = written(moment);
  // The server takes what this very device saw; what it calls itself is in the pass.
  const loads = loadsOf(entries.filter(({ deviceId }) => deviceId === pass.deviceId));
  const parcels: string[] = [];
  for (const { things } of loads)
    parcels.push(await seal({ pass: pass.pass, sealedAt, things }, key));
  return {
    parcels,
    entries: loads.reduce((sum, { entries }) => sum + entries, 0),
    isOverdue: moment > Date.parse(pass.expiresAt),
  };
}

/** As the contract has it; ids are plain text here. */
type Thing =
  | { readonly courseId: string; readonly events: object[] }
  | { readonly courseId: string; readonly attemptId: string; readonly handIn: object };
type Load = { things: Thing[]; entries: number; bytes: number };

/** Entries in their order, in as few parcels as the server's limits allow. */
function loadsOf(entries: readonly Entry[]): readonly Load[] {
  const loads: Load[] = [];
  for (const entry of entries) {
    const wire = entry.type === "attempt.handed_in" ? handInOf(entry) : eventOf(entry);
    const bytes = new TextEncoder().encode(JSON.stringify(wire)).length;
    // It could not travel directly either.
    if (bytes > MOST_BYTES) continue;
    let load = loads.at(-1);
    if (!load || load.entries >= MOST || load.bytes + bytes > MOST_BYTES) {
      load = { things: [], entries: 0, bytes: 0 };
      loads.push(load);
    }
    load.entries += 1;
    load.bytes += bytes;
    put(load, entry, wire);
  }
  return loads;
}

function put({ things }: Load, { type, courseId, payload }: Entry, wire: object): void {
  const last = things.at(-1);
  if (type === "attempt.handed_in" && "attemptId" in payload)
    things.push({ courseId, attemptId: payload.attemptId, handIn: wire });
  else if (last && "events" in last && last.courseId === courseId && last.events.length < BATCH)
    last.events.push(wire);
  else things.push({ courseId, events: [wire] });
}

const eventOf = (entry: LearningEntry): object => {
  const { deviceId: _, ...event } = wireOf(entry);
  return event;
};

const handInOf = ({ id, seq, payload: { answers, claims, offline } }: HandInEntry): object => ({
  intentId: id,
  answers,
  ...(claims ? { claims: { ...claims, seq } } : {}),
  ...(offline ? { offline: { ...offline, seq } } : {}),
});
