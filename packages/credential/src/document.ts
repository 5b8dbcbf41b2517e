import { base64urlnopad } from "@scure/base";
import type { SignedCertificate } from "@twiza/contract";
import { proofOf } from "./integrity/proof-of.ts";
import { issuerOf } from "./proof.ts";

type Kept = Pick<SignedCertificate, "jwt" | "kid" | "proofValue" | "signedAt" | "endorsements">;

/**
 * What a document says beside what the JWT says: the endorsements themselves. In a JWT they have no room, since KMS signs some 4,000 bytes at once;
 * the document's proof is over a hash.
 */
export const credentialWith = <T extends object>(
  credential: T,
  endorsements: readonly string[] | undefined,
): T & { readonly endorsement?: readonly object[] } =>
  endorsements === undefined
    ? credential
    : { ...credential, endorsement: endorsements.map((text) => JSON.parse(text) as object) };

/**
 * The credential as a document with its proof: the JWT holds the credential itself, and all of the proof but its value follows from the
 * key and the date. It signs nothing and checks nothing, so that it costs a page next to nothing.
 */
export function signedDocument(kept: Kept): Record<string, unknown> {
  const { jwt, kid, proofValue, signedAt, endorsements } = kept;
  const [, payload = ""] = jwt.split(".");
  const text = new TextDecoder().decode(base64urlnopad.decode(payload));
  const credential = JSON.parse(text) as Record<string, unknown>;
  const issuer = issuerOf(credential) ?? "";
  const proof = proofOf({ issuer, kid, created: signedAt, proofValue });
  return { ...credentialWith(credential, endorsements), proof: [proof] };
}
