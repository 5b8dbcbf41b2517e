import { createPublicKey, type KeyObject } from "node:crypto";
import { PublicKey } from "@twiza/contract";
import { calculateJwkThumbprint } from "jose";

/** What is the key itself; a private member would be refused here. */
const Point = PublicKey.pick({ kty: true, crv: true, x: true });

/** A public key as anybody may have it, named by its thumbprint. @throws ZodError when it is no Ed25519 key */
export async function publicKeyOf(key: KeyObject): Promise<PublicKey> {
  const point = Point.parse(key.export({ format: "jwk" }));
  const kid = await calculateJwkThumbprint(point);
  return { ...point, kid, alg: "EdDSA", use: "sig" };
}

/** The same from the form in which a key service tells it (SubjectPublicKeyInfo, DER). */
export const publicKeyFrom = (spki: Uint8Array): Promise<PublicKey> =>
  publicKeyOf(createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" }));
