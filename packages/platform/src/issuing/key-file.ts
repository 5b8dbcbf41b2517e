import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { chmod, rename, writeFile } from "node:fs/promises";
import { IssuerKey } from "@twiza/contract";
import * as z from "zod";
import { readOrCreate } from "../private-file.ts";

/** A private key and what is told of it. */
export const KeptKey = z.strictObject({
  jwk: z.strictObject({
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    x: z.string(),
    d: z.string(),
  }),
  from: IssuerKey.shape.from,
  retiredAt: IssuerKey.shape.retiredAt,
  compromisedAfter: IssuerKey.shape.compromisedAfter,
  organisations: IssuerKey.shape.organisations,
});
export type KeptKey = z.infer<typeof KeptKey>;

const Keys = z.strictObject({ keys: z.array(KeptKey).min(1) });
const base64 = z.base64();
/** The same under a password: scrypt, then AES-256-GCM. */
const Sealed = z.strictObject({
  sealed: z.strictObject({ salt: base64, iv: base64, tag: base64, text: base64 }),
});

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Under the password when there is one. */
function close(keys: readonly KeptKey[], password: string | undefined): object {
  if (password === undefined) return { keys };
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", scryptSync(password, salt, 32, COST), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify({ keys })), cipher.final()]);
  const parts = { salt, iv, tag: cipher.getAuthTag(), text };
  return {
    sealed: Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, bytes.toString("base64")]),
    ),
  };
}

function open(file: unknown, password: string | undefined, path: string): readonly KeptKey[] {
  const sealed = Sealed.safeParse(file);
  if (!sealed.success) return Keys.parse(file).keys;
  if (password === undefined)
    throw new Error(`${path} is under a password: set TWIZA_KEYS_PASSWORD`);
  const { salt, iv, tag, text } = sealed.data.sealed;
  const bytes = (part: string) => Buffer.from(part, "base64");
  const key = scryptSync(password, bytes(salt), 32, COST);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes(iv));
  decipher.setAuthTag(bytes(tag));
  try {
    const plain = Buffer.concat([decipher.update(bytes(text)), decipher.final()]);
    return Keys.parse(JSON.parse(plain.toString("utf8"))).keys;
  } catch {
    throw new Error(`TWIZA_KEYS_PASSWORD does not open ${path}, or the file was changed`);
  }
}

/**
 * The keys of a file that only its owner may read, under a password when one is given; a plain file is put under it at once.
 * @throws Error naming the file when the password is missing or wrong
 */
export async function readKeys(
  path: string,
  password: string | undefined,
  make: () => readonly KeptKey[],
): Promise<readonly KeptKey[]> {
  const file = await readOrCreate(path, () => Promise.resolve(close(make(), password)));
  const keys = open(file, password, path);
  if (password !== undefined && !Sealed.safeParse(file).success)
    await writeKeys(path, password, keys);
  return keys;
}

/** Whole or not at all. */
export async function writeKeys(
  path: string,
  password: string | undefined,
  keys: readonly KeptKey[],
): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const text = `${JSON.stringify(close(keys, password), undefined, 2)}\n`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  await chmod(draft, 0o600);
  await rename(draft, path);
}
