import { claim, claimed, heard, UNHEARD } from "./clock.ts";
import type { Database, Tx } from "./database.ts";
import { DEVICE, type Device } from "./entry.ts";

/** What everything here works with: handed in, so that it runs without a browser too. */
export type Phone = {
  readonly database: Database;
  /** The device's own clock, in milliseconds. */
  readonly now: () => number;
  /** A UUIDv7 of a moment. */
  readonly newId: (moment: number) => string;
};

const KEY = ["device"];

/** What the device knows of itself; a fresh name and count where the phone was cleared. */
async function deviceIn(tx: Tx, { now, newId }: Phone): Promise<Device> {
  return (await tx.get(DEVICE, KEY)) ?? { id: newId(Math.max(0, now())), seq: 0, ...UNHEARD };
}

/** What the device knows of itself, from now on for good: whoever is told its name can count on it. */
export const ownDevice = (phone: Phone): Promise<Device> =>
  phone.database.run("strict", [DEVICE], async (tx) => {
    const device = await deviceIn(tx, phone);
    await tx.put(DEVICE, KEY, device);
    return device;
  });

/** Counts one more thing and claims a moment for it. Whoever asks does so in the transaction of the thing itself. */
export async function count(tx: Tx, phone: Phone): Promise<{ device: Device; moment: number }> {
  const before = await deviceIn(tx, phone);
  const moment = claim(before, phone.now());
  const device = { ...claimed(before, moment), id: before.id, seq: before.seq + 1 };
  await tx.put(DEVICE, KEY, device);
  return { device, moment };
}

/** Takes the server's word for what time it is. */
export async function hear(tx: Tx, phone: Phone, server: number): Promise<void> {
  const device = await deviceIn(tx, phone);
  await tx.put(DEVICE, KEY, { ...device, ...heard(phone.now(), server) });
}

/** The moment that the device claims now. */
export const momentIn = async (tx: Tx, phone: Phone): Promise<number> =>
  claim(await deviceIn(tx, phone), phone.now());
