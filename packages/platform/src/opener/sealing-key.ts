import { createPublicKey, type KeyObject } from "node:crypto";
import { SealingKey } from "@twiza/contract";
import { calculateJwkThumbprint } from "jose";

/** What is the key itself; a private member would be refused here. */
const Numbers = SealingKey.pick({ kty: true, n: true, e: true });

/** A public key as anybody may have it, named by its thumbprint. @throws ZodError when it is no RSA key of 2,048 bits or more */
export async function sealingKeyOf(key: KeyObject): Promise<SealingKey> {
  const numbers = Numbers.parse(key.export({ format: "jwk" }));
  const kid = await calculateJwkThumbprint(numbers);
  return { ...numbers, kid, alg: "RSA-OAEP-256", use: "enc" };
}

/** The same from the form in which a key service tells it (SubjectPublicKeyInfo, DER). */
export const sealingKeyFrom = (spki: Uint8Array): Promise<SealingKey> =>
  sealingKeyOf(createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" }));
