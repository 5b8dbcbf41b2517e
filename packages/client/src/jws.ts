import type { PublicKey } from "@twiza/contract";
import { bytesOf, objectIn } from "./base64url.ts";

type Bytes = Uint8Array<ArrayBuffer>;
/** A key as `GET /api/keys` tells it. */
export type Key = Pick<PublicKey, "kid" | "x">;

/**
 * What our server signed as that type (compact JWS, RFC 7515), proven without it: EdDSA alone, our own keys alone, each part in the one
 * spelling that its bytes have. `new_key`: signed with a key that is not among these.
 */
export async function readSigned(
  token: string,
  wanted: { readonly typ: string; readonly keys: readonly Key[] },
): Promise<Readonly<Record<string, unknown>> | "forged" | "new_key"> {
  const [header = "", claims = "", signature = "", ...more] = token.split(".");
  const { typ, alg, kid } = objectIn(header);
  if (more.length > 0 || typ !== wanted.typ || alg !== "EdDSA") return "forged";
  const key = wanted.keys.find((each) => each.kid === kid);
  if (!key) return "new_key";
  const [proof, point] = [bytesOf(signature), bytesOf(key.x)];
  const message = new TextEncoder().encode(`${header}.${claims}`);
  if (proof?.length !== 64 || !point || !(await isSigned(point, proof, message))) return "forged";
  return objectIn(claims);
}

/** By the browser itself, or, in those from before 2025, by code that only they fetch. */
async function isSigned(point: Bytes, proof: Bytes, message: Bytes): Promise<boolean> {
  const own = await ownKey(point);
  if (own) return crypto.subtle.verify("Ed25519", own, proof, message);
  const { verifyAsync } = await import("./ed25519.ts");
  return verifyAsync(proof, message, point, { zip215: false });
}

async function ownKey(point: Bytes): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("raw", point, "Ed25519", false, ["verify"]);
  } catch {
    return undefined;
  }
}
