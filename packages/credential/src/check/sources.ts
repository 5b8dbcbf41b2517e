import type { IssuerKey } from "@twiza/contract";
import type { Baked } from "../bake/index.ts";
import type { Proof } from "../proof.ts";
import type { LogProof, LogTrust } from "@twiza/log";

/** The keys of an issuer, as somebody told them. */
export type Issuer = {
  readonly keys: readonly IssuerKey[];
  /** When they were told: a key that began later may be missing. */
  readonly at: string;
  /** Whoever checks chose to believe them; else they are what the issuer's own address tells. */
  readonly isTrusted: boolean;
};

/**
 * All that a check needs from outside, so that a page, a program and a test may each give what they have: fetched now, kept from another
 * day, or chosen by whoever checks. `undefined`: it is not to be had now.
 */
export type Sources = {
  /** The keys of a `did:web`. `foreign`: those who answer here do not speak for it. */
  issuer(did: string): Promise<Issuer | "foreign" | undefined>;
  /** The id of the organisation whose numbers bear this mark, since paper has no room for it. */
  organisation(mark: string, certificateId: string): Promise<string | undefined>;
  /** A status list by its address: a credential of its own, as JWT. Which day it is of it says itself. */
  statusList(address: string): Promise<string | undefined>;
  /** What a partner has signed, by its address, as it came: who holds no file with it in asks there. */
  endorsement?(address: string): Promise<string | undefined>;
  /** What the log has of a form, by its hash. `absent`: it answered that it has nothing. */
  log(form: string): Promise<LogProof | "absent" | undefined>;
};

/** Who signed a document that carries its proof: what proves it is large, so that whoever checks says where it runs. */
export type VerifyDocument = (
  document: Readonly<Record<string, unknown>>,
  keys: readonly IssuerKey[],
) => Promise<Proof>;

/** What is baked into a picture: what reads drawings is large as well. */
export type Unbake = (file: Uint8Array) => Promise<Baked>;

/** What whoever checks brings along. */
export type CheckSetting = {
  readonly sources: Sources;
  readonly now: Date;
  readonly verifyDocument: VerifyDocument;
  readonly unbake: Unbake;
  /** When what checks was made: a clock before that is wrong. */
  readonly builtAt?: Date;
  /** Whom one believes of the log. Without it the log proves nothing. */
  readonly trust?: LogTrust & { readonly enough: number };
};
