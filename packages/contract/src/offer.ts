import * as z from "zod";
import { CertificateId, Hash } from "./id.ts";
import { Instant } from "./text.ts";

/** How many wrong PINs end an offer. */
export const OFFER_TRIES = 5;

/**
 * What lets one wallet fetch one certificate, once, within ten minutes (OpenID4VCI 1.0 §3.5, pre-authorised code). Code and PIN are made
 * where they are shown; here are only hashes, and that of the PIN has the code in it, so that six digits cannot be tried on it alone.
 */
export const CredentialOffer = z.strictObject({
  codeHash: Hash,
  pinHash: Hash,
  certificateId: CertificateId,
  tries: z.int().nonnegative().max(OFFER_TRIES),
  /** Of the access token that it was exchanged for: it is not exchanged again. */
  tokenHash: Hash.optional(),
  expiresAt: Instant,
});
export type CredentialOffer = z.infer<typeof CredentialOffer>;

/** What a wallet holds in between: it may fetch the certificate while it lasts, again after a lost answer. */
export const CredentialGrant = z.strictObject({
  tokenHash: Hash,
  certificateId: CertificateId,
  expiresAt: Instant,
});
export type CredentialGrant = z.infer<typeof CredentialGrant>;
