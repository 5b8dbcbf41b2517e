import type { PackClaims } from "@twiza/contract";
import { objectIn } from "../base64url.ts";
import { type Key, readSigned } from "../jws.ts";
import { TakeFault } from "./take-fault.ts";

/**
 * What we signed of a version, once it is certain that we did.
 * @throws TakeFault `new_key`, `forged`
 */
export async function readSignature(token: string, keys: readonly Key[]): Promise<PackClaims> {
  const read = await readSigned(token, { typ: "twiza-pack+jws", keys });
  if (typeof read === "string") throw new TakeFault(read);
  // Signed by us, so that it is what the contract says.
  return read as unknown as PackClaims;
}

/** What a signature claims, unproven: for whoever has it from the server. */
export const claimsIn = (token: string): PackClaims =>
  objectIn(token.split(".")[1] ?? "") as unknown as PackClaims;
