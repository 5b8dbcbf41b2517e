import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { join } from "node:path";
import type { Clock, IssuerKeys } from "@twiza/core";
import { publicKeyOf } from "../signer/public-key.ts";
import { type HeldKey, issuerKeysOver } from "./held.ts";
import { KeptKey, readKeys, writeKeys } from "./key-file.ts";

type Place = {
  readonly folder: string;
  readonly clock: Clock;
  readonly password?: string | undefined;
};

/**
 * Keys of certificates in `<folder>/certificate-keys.json`, made at the first use and under `password` when there is one. With each new
 * year a new key begins and the one before it retires; it goes on proving what it signed. Back the file up.
 */
export function localIssuerKeys({ folder, clock, password }: Place): IssuerKeys {
  const path = join(folder, "certificate-keys.json");
  let known: { readonly year: number; readonly held: readonly HeldKey[] } | undefined;
  // One after another: two that find a new year at once must not begin two keys.
  let turn: Promise<unknown> = Promise.resolve();
  const held = (): Promise<readonly HeldKey[]> => {
    const next = turn.then(async () => {
      const year = clock.now().getUTCFullYear();
      if (known?.year !== year)
        known = { year, held: await Promise.all((await inYear(path, { year, password, clock })).map(hold)) };
      return known.held;
    });
    turn = next.catch(() => undefined);
    return next;
  }; // prettier-ignore
  return issuerKeysOver(held, clock);
}

type When = { readonly year: number; readonly password: string | undefined; readonly clock: Clock };

/** The file's keys, with one of this year before them. */
async function inYear(path: string, { year, password, clock }: When): Promise<readonly KeptKey[]> {
  const now = clock.now().toISOString();
  const keys = await readKeys(path, password, () => [newKey(`${year}-01-01T00:00:00.000Z`)]);
  const shared = keys.find(({ organisations }) => organisations === undefined);
  if (shared && new Date(shared.from).getUTCFullYear() >= year) return keys;
  const retired = keys.map((key) =>
    key.organisations === undefined && key.retiredAt === undefined ? { ...key, retiredAt: now } : key,
  ); // prettier-ignore
  const all = [newKey(now), ...retired];
  await writeKeys(path, password, all);
  return all;
}

function newKey(from: string): KeptKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  return KeptKey.parse({ jwk: privateKey.export({ format: "jwk" }), from });
}

async function hold({ jwk, ...told }: KeptKey): Promise<HeldKey> {
  const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
  const key = { ...(await publicKeyOf(createPublicKey(privateKey))), ...told };
  return { key, sign: (bytes) => Promise.resolve(new Uint8Array(sign(null, bytes, privateKey))) };
}
