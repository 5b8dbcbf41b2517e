import { randomFillSync } from "node:crypto";
import { Hash } from "@twiza/contract";
import { type CodeKind, fingerprintOf, newCode, newSecret } from "@twiza/credential/code";

const random = (bytes: Uint8Array<ArrayBuffer>) => randomFillSync(bytes);
const hashOf = (text: string): Hash => Hash.parse(fingerprintOf(text));

/** A code as a desk or a phone makes it, and what of it the server is told. */
export function someCode(kind: CodeKind): { code: string; codeHash: Hash } {
  const code = newCode(kind, random);
  return { code, codeHash: hashOf(code) };
}

/** Secret and code of a ticket, and their hashes. */
export function someTicket() {
  const secret = newSecret(random);
  const { code, codeHash } = someCode("ticket");
  return { secret, code, hashes: { ticketHash: hashOf(secret), codeHash } };
}
