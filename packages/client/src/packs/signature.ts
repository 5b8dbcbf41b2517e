import type { PackClaims, PublicKey } from "@twiza/contract";
import { TakeFault } from "./take-fault.ts";

/** A key as `GET /api/keys` tells it. */
export type Key = Pick<PublicKey, "kid" | "x">;

/**
 * What we signed of a version, once it is certain that we did: EdDSA alone, our own keys alone, of the one type, each part in the
 * one spelling that its bytes have.
 * @throws TakeFault `new_key`, `forged`
 */
export async function readSignature(token: string, keys: readonly Key[]): Promise<PackClaims> {
  const [header = "", claims = "", proof = "", ...more] = token.split(".");
  const { typ, alg, kid } = jsonIn(header);
  if (more.length > 0 || typ !== "twiza-pack+jws" || alg !== "EdDSA") throw new TakeFault("forged");
  const key = keys.find((each) => each.kid === kid);
  if (!key) throw new TakeFault("new_key");
  const message = new TextEncoder().encode(`${header}.${claims}`);
  if (!(await isSigned(bytesIn(key.x), bytesIn(proof), message))) throw new TakeFault("forged");
  // Signed by us, so that it is what the contract says.
  return jsonIn(claims) as unknown as PackClaims;
}

/** What a signature claims, unproven: for whoever has it from the server. */
export const claimsIn = (token: string): PackClaims =>
  jsonIn(token.split(".")[1] ?? "") as unknown as PackClaims;

type Bytes = Uint8Array<ArrayBuffer>;

/** By the browser itself, or, in those from before 2025, by code that only they fetch. */
async function isSigned(key: Bytes, proof: Bytes, message: Bytes): Promise<boolean> {
  if (proof.length !== 64) return false;
  const own = await ownKey(key);
  if (own) return crypto.subtle.verify("Ed25519", own, proof, message);
  const { verifyAsync } = await import("./ed25519.ts");
  return verifyAsync(proof, message, key, { zip215: false });
}

async function ownKey(key: Bytes): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    return undefined;
  }
}

type Said = { readonly typ?: unknown; readonly alg?: unknown; readonly kid?: unknown };

function jsonIn(part: string): Said {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytesIn(part)));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The bytes of a base64url text; none when it is not the one way in which they are written. */
function bytesIn(text: string): Bytes {
  try {
    const plain = text.replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
    const again = btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
    return again === plain ? bytes : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
