import { base64urlnopad } from "@scure/base";
import type { SignedCertificate } from "@twiza/contract";
import type { IntegrityProof } from "./integrity/integrity.ts";
import { issuerOf } from "./proof.ts";

type Kept = Pick<SignedCertificate, "jwt" | "kid" | "proofValue" | "signedAt">;

/**
 * The credential as a document with its proof: the JWT holds the credential itself, and all of the proof but its value follows from the
 * key and the date. It signs nothing and checks nothing, so that it costs a page next to nothing.
 */
export function signedDocument({ jwt, kid, proofValue, signedAt }: Kept): Record<string, unknown> {
  const [, payload = ""] = jwt.split(".");
  const text = new TextDecoder().decode(base64urlnopad.decode(payload));
  const credential = JSON.parse(text) as Record<string, unknown>;
  const proof: IntegrityProof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-rdfc-2022",
    created: signedAt,
    verificationMethod: `${issuerOf(credential) ?? ""}#${kid}`,
    proofPurpose: "assertionMethod",
    proofValue,
  };
  return { ...credential, proof: [proof] };
}
