import type { IssuerKey as ContractKey, PublicKey } from "@twiza/contract";

/** What signs, wherever its private key lies: Ed25519 over the bytes as they are, 64 bytes back. `kid` is the key's thumbprint. */
export type CredentialSigner = {
  readonly kid: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
};

/** A key as an issuer's document tells it. Who else signs with it is nobody's business there. */
export type IssuerKey = Omit<ContractKey, "organisations">;

/** The keys of an issuer by its DID, as far as somebody knows them; `undefined` is an issuer that nobody knows. */
export type KeysOf = (did: string) => readonly PublicKey[] | undefined;

/** When it was signed, by the log's clock where it is in the log, and at which index; what is not known is absent. */
export type SignedWhen = { readonly signedAt: string; readonly logIndex?: number | undefined };

/** `unknown`: the key is compromised, and nobody has looked whether the log had it before. */
export type Counts = "counts" | "too_early" | "retired" | "compromised" | "unknown";

/** Whether what a key signed at a moment counts. A compromised key's dates say nothing: whoever has it writes any date. */
export function countsUnder(
  { from, retiredAt, compromisedAfter }: Pick<IssuerKey, "from" | "retiredAt" | "compromisedAfter">,
  { signedAt, logIndex }: SignedWhen,
): Counts {
  if (compromisedAfter !== undefined) {
    if (logIndex === undefined) return "unknown";
    if (logIndex >= compromisedAfter) return "compromised";
  }
  const at = Date.parse(signedAt);
  // A date that is none is after every date: it never counts.
  if (!(at >= Date.parse(from))) return "too_early";
  if (retiredAt !== undefined && !(at < Date.parse(retiredAt))) return "retired";
  return "counts";
}
