import { base58 } from "@scure/base";
import { isSigned } from "../ed25519.ts";
import type { CredentialSigner, KeysOf } from "../keys.ts";
import { isRecord, issuerOf, methodIn, type Proof, unproven } from "../proof.ts";
import { BUNDLED, canonical } from "./canonical.ts";
import { isPlain } from "./plain.ts";
import { type IntegrityProof, SUITE, unsigned } from "./proof-of.ts";

type Document = Readonly<Record<string, unknown>>;

/**
 * The credential with one more proof on it, always in a list: one of the two published schemas of Open Badges refuses a lone object.
 * @throws when it uses a term that no bundled context defines
 */
export async function addProof<T extends object>(
  credential: T,
  signer: CredentialSigner,
  { created }: { readonly created: string },
): Promise<T & { readonly proof: readonly IntegrityProof[] }> {
  const { proof, ...document } = { ...credential } as Document;
  const begun = unsigned({ issuer: issuerOf(document) ?? "", kid: signer.kid, created });
  const signature = await signer.sign(await signedBytes(document, begun, BUNDLED));
  const mine: IntegrityProof = { ...begun, proofValue: `z${base58.encode(signature)}` };
  const others = proof === undefined ? [] : ([proof].flat() as IntegrityProof[]);
  return { ...credential, proof: [...others, mine] };
}

/**
 * Who signed a document that carries its proof. It is proven when one proof of its very issuer holds and none of the issuer's fails;
 * proofs of others beside it prove nothing here and do no harm. It looks at no date and no status.
 */
export async function verifyProof(
  document: unknown,
  keysOf: KeysOf,
  contexts: ReadonlyMap<string, object> = BUNDLED,
): Promise<Proof> {
  if (!isRecord(document)) return unproven("malformed");
  const { proof, ...credential } = document;
  const issuer = issuerOf(credential);
  if (issuer === undefined || !isPlain(credential, contexts)) return unproven("malformed");
  const proofs = [proof].flat().filter(isRecord);
  const own = proofs.filter((each) => methodIn(each["verificationMethod"])?.did === issuer);
  if (own.length === 0) return unproven(proofs.length === 0 ? "malformed" : "other_issuer");
  const [first, ...more] = await Promise.all(
    own.map((each) => verifyOne(credential, each, { keysOf, contexts, issuer })),
  );
  return more.find(({ state }) => state !== "proven") ?? first ?? unproven("malformed");
}

async function verifyOne(
  credential: Document,
  { proofValue, ...options }: Document,
  of: { keysOf: KeysOf; contexts: ReadonlyMap<string, object>; issuer: string },
): Promise<Proof> {
  const { type, cryptosuite, proofPurpose, created, verificationMethod } = options;
  if (type !== "DataIntegrityProof" || cryptosuite !== SUITE) return unproven("other_kind");
  // A chain would say that another proof has to hold too; nobody signs so here.
  if (proofPurpose !== "assertionMethod" || "previousProof" in options)
    return unproven("other_kind");
  const signature = signatureIn(proofValue);
  const kid = methodIn(verificationMethod)?.fragment;
  if (!signature || kid === undefined) return unproven("malformed");
  if (created !== undefined && typeof created !== "string") return unproven("malformed");
  const keys = of.keysOf(of.issuer);
  if (!keys) return unproven("unknown_issuer");
  const key = keys.find((each) => each.kid === kid);
  if (!key) return unproven("unknown_key");
  let bytes: Uint8Array;
  try {
    bytes = await signedBytes(credential, options, of.contexts);
  } catch {
    return unproven("malformed");
  }
  return (await isSigned(key.x, signature, bytes))
    ? { state: "proven", credential, issuer: of.issuer, kid, created }
    : unproven("wrong_signature");
}

/** Hash of how the proof is made, then hash of what it is for. */
export async function signedBytes(
  document: Document,
  options: object,
  contexts: ReadonlyMap<string, object>,
): Promise<Uint8Array> {
  const texts = [{ "@context": document["@context"], ...options }, document];
  const hashes = await Promise.all(
    texts.map(async (each) => {
      const nquads = new TextEncoder().encode(await canonical(each, contexts));
      return [...new Uint8Array(await crypto.subtle.digest("SHA-256", nquads))];
    }),
  );
  return Uint8Array.from(hashes.flat());
}

/** 64 bytes in base58, in the one spelling that they have. */
function signatureIn(proofValue: unknown): Uint8Array | undefined {
  // Bounded before it is read: base58 takes the square of its length.
  if (typeof proofValue !== "string" || !/^z[1-9A-HJ-NP-Za-km-z]{64,88}$/.test(proofValue))
    return undefined;
  const bytes = base58.decode(proofValue.slice(1));
  return bytes.length === 64 ? bytes : undefined;
}
