/** Over how the graph reads and not over how its JSON is written (Data Integrity EdDSA Cryptosuites 1.0 §3.2). */
export const SUITE = "eddsa-rdfc-2022";
/** A proof, as one may stand beside others on a document. */
export type IntegrityProof = {
  readonly type: "DataIntegrityProof";
  readonly cryptosuite: typeof SUITE;
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: "assertionMethod";
  readonly proofValue: string;
};
type Unsigned = Omit<IntegrityProof, "proofValue">;

/**
 * The proof that a value belongs to: what is kept of it is its value, the rest follows from the credential, the key and the date. It
 * loads nothing that reads graphs, so that a page may have it.
 */
export const proofOf = (of: {
  readonly issuer: string;
  readonly kid: string;
  readonly created: string;
  readonly proofValue: string;
}): IntegrityProof => ({ ...unsigned(of), proofValue: of.proofValue });

export const unsigned = (of: {
  readonly issuer: string;
  readonly kid: string;
  readonly created: string;
}): Unsigned => ({
  type: "DataIntegrityProof",
  cryptosuite: SUITE,
  created: of.created,
  verificationMethod: `${of.issuer}#${of.kid}`,
  proofPurpose: "assertionMethod",
});
