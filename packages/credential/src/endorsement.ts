import { jcs } from "./jcs.ts";
import { multihashOf } from "./multihash.ts";
import { CONTEXTS } from "./open-badge/shape.ts";
import { isRecord, type Proof, type Unproven } from "./proof.ts";

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

/** An institution's endorsement of a credential, bound to every byte that it says but whom else it names, whichever form it is signed in. */
export function endorsement(of: {
  readonly credential: { readonly id: string };
  /** Where it can be fetched for ever. */
  readonly address: string;
  /** The DID of who endorses, and its name as it is read. */
  readonly issuer: string;
  readonly issuerName: string;
  /** What it is called where endorsements are listed. */
  readonly name: string;
  readonly validFrom: string;
}): Endorsement {
  const { credential, address, issuer, issuerName, name, validFrom } = of;
  return {
    "@context": CONTEXTS,
    id: address,
    type: ["VerifiableCredential", "EndorsementCredential"],
    name,
    issuer: { id: issuer, type: ["Profile"], name: issuerName },
    validFrom,
    credentialSubject: { id: credential.id, type: ["EndorsementSubject"] },
    relatedResource: [
      {
        id: credential.id,
        digestMultibase: digestOf(credential),
        mediaType: "application/vc",
      },
    ],
  };
}

/**
 * Whether what was proven says that its issuer stands behind this very credential. `other_credential`: it is signed, and says so of
 * another; `other_kind`: it is signed, and is no endorsement.
 */
export function endorses(
  proof: Proof,
  credential: object,
): Proof | { readonly state: "unproven"; readonly code: Unproven | "other_credential" } {
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
    resource["digestMultibase"] === digestOf(credential);
  return isOfThis ? proof : { state: "unproven", code: "other_credential" };
}

/**
 * Of the credential as JSON in one spelling, without its proofs and without what its partners have signed, which has this digest in it: a
 * JWT and a document with proofs have the same.
 */
function digestOf(credential: object): string {
  const {
    proof: _,
    endorsement: _signed,
    relatedResource: _named,
    ...claims
  } = credential as Credential;
  return multihashOf(jcs(claims));
}
