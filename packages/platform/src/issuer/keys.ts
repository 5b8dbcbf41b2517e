import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import * as z from "zod";
import { readOrCreate } from "../private-file.ts";

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
export const loadOrCreateKeys = async (folder: string): Promise<IssuerKeys> =>
  Keys.parse(await readOrCreate(join(folder, "issuer-keys.json"), createKeys));
