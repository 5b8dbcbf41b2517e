import type { PublicKey } from "@twiza/contract";
import { bytesOf, isSigned } from "../ed25519.ts";
import { idBytes, readPaperAddress } from "./address.ts";
import { type PaperClaims, readClaims } from "./claims.ts";
import { readCose, type Signed, signedInput } from "./cose.ts";

/**
 * Why a code on paper is not taken. `unreadable`: no address of ours with a code. `not_canonical`: no code, or another spelling of one,
 * which only somebody who tampers makes. `claims`: it says what no certificate says. `unknown_key`: none of those. `forged`: signed by
 * nobody, or changed since.
 */
export type PaperFault = "unreadable" | "not_canonical" | "claims" | "unknown_key" | "forged";

type Key = Pick<PublicKey, "kid" | "x">;
export type PaperParts = { readonly signed: Signed; readonly claims: PaperClaims };

/** What a code says, before anybody has looked whether it is signed. */
export function partsOfPaper(code: string, certificateId: string): PaperParts | PaperFault {
  const bytes = bytesOf(code);
  const signed = bytes && readCose(bytes);
  if (!signed) return "not_canonical";
  const claims = readClaims(signed.payload, certificateId);
  return claims ? { signed, claims } : "claims";
}

/** The keys whose name begins as the message says: one, unless somebody sought for years. */
export const keysNamed = <K extends Key>({ key }: Signed, keys: readonly K[]): readonly K[] =>
  keys.filter(({ kid }) => {
    const name = bytesOf(kid);
    return name !== undefined && key.every((byte, at) => byte === name[at]);
  });

/** The key of those that signed it. */
export async function signerOf<K extends Key>(
  { signed, claims }: PaperParts,
  keys: readonly K[],
): Promise<K | undefined> {
  const input = signedInput(signed, idBytes(claims.certificateId));
  for (const key of keysNamed(signed, keys)) {
    if (await isSigned(key.x, signed.signature, input)) return key;
  }
  return undefined;
}

/** What an address on paper says, proven by one of those keys. */
export async function readPaperCode<K extends Key>(
  text: string,
  keys: readonly K[],
): Promise<{ readonly claims: PaperClaims; readonly key: K; readonly code: string } | PaperFault> {
  const address = readPaperAddress(text);
  if (!address || address.code === "") return "unreadable";
  const parts = partsOfPaper(address.code, address.certificateId);
  if (typeof parts === "string") return parts;
  if (keysNamed(parts.signed, keys).length === 0) return "unknown_key";
  const key = await signerOf(parts, keys);
  return key ? { claims: parts.claims, key, code: address.code } : "forged";
}
