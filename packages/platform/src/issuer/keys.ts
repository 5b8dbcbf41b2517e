import { randomBytes, randomUUID } from "node:crypto";
import { chmod, link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import * as z from "zod";

const Secret = z.string().min(43);

/** What the issuer must keep for as long as its people: losing `subject` makes everybody a stranger. */
const Keys = z.strictObject({
  /** Private ES256 key that signs ID tokens. */
  signing: z.strictObject({
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    x: z.string(),
    y: z.string(),
    d: z.string(),
    alg: z.literal("ES256"),
    use: z.literal("sig"),
    kid: z.string(),
  }),
  /** Signs the issuer's cookies. */
  cookies: z.array(Secret).min(1),
  /** Turns a contact into its stable subject. */
  subject: Secret,
  /** Under which one-time codes are hashed. */
  codes: Secret,
});
export type IssuerKeys = z.infer<typeof Keys>;

const secret = () => randomBytes(32).toString("base64url");

export async function createKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  const signing = { ...jwk, alg: "ES256", use: "sig", kid };
  return Keys.parse({ signing, cookies: [secret()], subject: secret(), codes: secret() });
}

/** The keys of `<folder>/issuer-keys.json`, made at the first start. Only the owner may read the file; back it up. */
export async function loadOrCreateKeys(folder: string): Promise<IssuerKeys> {
  const path = join(folder, "issuer-keys.json");
  return (await read(path)) ?? (await create(folder, path));
}

async function create(folder: string, path: string): Promise<IssuerKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(await createKeys(), undefined, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  try {
    // A link is made whole or not at all, and never over another: of two first starts one wins, and both use its keys.
    await link(draft, path).catch(unless("EEXIST"));
  } finally {
    await unlink(draft);
  }
  const keys = await read(path);
  if (!keys) throw new Error(`${path} vanished while it was being made`);
  return keys;
}

async function read(path: string): Promise<IssuerKeys | undefined> {
  const text = await readFile(path, "utf8").catch(unless("ENOENT"));
  return text === undefined ? undefined : Keys.parse(JSON.parse(text));
}

const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (error instanceof Error && "code" in error && error.code === code) return undefined;
    throw error;
  };
