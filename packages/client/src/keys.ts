import type { PublicKey, SealingKey } from "@twiza/contract";
import { kind } from "./schema.ts";
import type { Phone } from "./phone.ts";

/** Our server's public keys as this phone keeps them for the time without network: what it signs with, and what to seal with for it. */
export type KeptKeys = {
  readonly keys: readonly PublicKey[];
  readonly sealing: readonly SealingKey[];
};
const KEYS = kind<KeptKeys>("meta");
const KEY = ["keys"];

/** Nothing where this phone has never asked for them. */
export const keptKeys = (phone: Phone): Promise<KeptKeys | undefined> =>
  phone.database.run("read", [KEYS], (tx) => tx.get(KEYS, KEY));

/** @param reply what `readKeys` answered; it takes the place of all that was kept */
export const keepKeys = (phone: Phone, { keys, sealing }: KeptKeys): Promise<void> =>
  phone.database.run("write", [KEYS], (tx) => tx.put(KEYS, KEY, { keys, sealing }));
