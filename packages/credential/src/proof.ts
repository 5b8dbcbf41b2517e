/** Why a signature proves nothing. `unknown_issuer` and `unknown_key` are no forgeries: somebody else may know the key. */
export const UNPROVEN = [
  "malformed",
  "other_kind",
  "unknown_issuer",
  "unknown_key",
  "other_issuer",
  "wrong_signature",
] as const;
export type Unproven = (typeof UNPROVEN)[number];

/** A credential with whose key it was signed, or why it is not proven. */
export type Proof<T = Record<string, unknown>> =
  | {
      readonly state: "proven";
      readonly credential: T;
      /** The DID of whoever signed. */
      readonly issuer: string;
      /** Thumbprint of the key. */
      readonly kid: string;
      /** What the proof says of when it was made: a claim, as every date in it. */
      readonly created?: string | undefined;
    }
  | { readonly state: "unproven"; readonly code: Unproven };

export const unproven = (code: Unproven): Proof<never> => ({ state: "unproven", code });

/** What is between the braces of JSON, and nothing else: no list, no text, no null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The issuer of a credential, which is its DID alone or a profile that carries it. */
export function issuerOf({ issuer }: Readonly<Record<string, unknown>>): string | undefined {
  const id = isRecord(issuer) ? issuer["id"] : issuer;
  return typeof id === "string" ? id : undefined;
}

/** Whose key it is and which, from the address of a verification method: `did:web:…#thumbprint`. */
export function methodIn(address: unknown): { did: string; fragment: string } | undefined {
  if (typeof address !== "string") return undefined;
  const [did = "", fragment = "", ...more] = address.split("#");
  return did.startsWith("did:") && fragment !== "" && more.length === 0
    ? { did, fragment }
    : undefined;
}
