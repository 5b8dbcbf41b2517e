import { base64urlnopad } from "@scure/base";
import { jcs } from "./jcs.ts";
import { verifyJwt } from "./jwt.ts";
import type { KeysOf } from "./keys.ts";
import { CONTEXTS } from "./open-badge/shape.ts";
import { isRecord, type Proof, type Unproven } from "./proof.ts";

/** SHA-256 with its length, of the table of multihashes. */
const SHA256 = [0x12, 0x20];
type Credential = Readonly<Record<string, unknown>>;

/** That another institution stands behind one exact credential too, before it signs so with its own key. */
export type Endorsement = {
  readonly "@context": typeof CONTEXTS;
  readonly id: string;
  readonly type: readonly ["VerifiableCredential", "EndorsementCredential"];
  readonly name: string;
  readonly issuer: {
    readonly id: string;
    readonly type: readonly ["Profile"];
    readonly name: string;
  };
  readonly validFrom: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ["EndorsementSubject"];
  };
  readonly relatedResource: readonly [
    { readonly id: string; readonly digestMultibase: string; readonly mediaType: string },
  ];
};

/** An institution's endorsement of a credential, bound to every byte that it says, whichever form it is signed in. */
export async function endorsement(of: {
  readonly credential: { readonly id: string };
  /** The DID of who endorses, and its name as it is read. */
  readonly issuer: string;
  readonly issuerName: string;
  /** What it is called where endorsements are listed. */
  readonly name: string;
  readonly validFrom: string;
}): Promise<Endorsement> {
  const { credential, issuer, issuerName, name, validFrom } = of;
  return {
    "@context": CONTEXTS,
    id: `${credential.id}#endorsed-by-${issuer}`,
    type: ["VerifiableCredential", "EndorsementCredential"],
    name,
    issuer: { id: issuer, type: ["Profile"], name: issuerName },
    validFrom,
    credentialSubject: { id: credential.id, type: ["EndorsementSubject"] },
    relatedResource: [
      {
        id: credential.id,
        digestMultibase: await digestOf(credential),
        mediaType: "application/vc",
      },
    ],
  };
}

/** Whether somebody else stands behind this very credential. `other_credential`: it is signed, and says so of another. */
export async function verifyEndorsement(
  token: string,
  { credential, keysOf }: { readonly credential: object; readonly keysOf: KeysOf },
): Promise<Proof | { readonly state: "unproven"; readonly code: Unproven | "other_credential" }> {
  const proof = await verifyJwt(token, keysOf);
  if (proof.state !== "proven") return proof;
  const { type, credentialSubject: subject, relatedResource } = proof.credential;
  if (!Array.isArray(type) || !type.includes("EndorsementCredential"))
    return { state: "unproven", code: "other_kind" };
  const { id } = credential as Credential;
  const [resource, ...more] = [relatedResource].flat();
  const isOfThis =
    isRecord(subject) &&
    subject["id"] === id &&
    more.length === 0 &&
    isRecord(resource) &&
    resource["id"] === id &&
    resource["digestMultibase"] === (await digestOf(credential));
  return isOfThis ? proof : { state: "unproven", code: "other_credential" };
}

/** Of the credential without its proofs, as JSON in one spelling: a JWT and a document with proofs have the same. */
async function digestOf(credential: object): Promise<string> {
  const { proof: _, ...claims } = credential as Credential;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(jcs(claims)));
  return `u${base64urlnopad.encode(Uint8Array.from([...SHA256, ...new Uint8Array(digest)]))}`;
}
