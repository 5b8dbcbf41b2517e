import * as z from "zod";
import { OrganisationId } from "./id.ts";
import { Instant } from "./text.ts";

/** A public Ed25519 key as JSON (RFC 8037). `kid` is the thumbprint of the key itself (RFC 7638), so that no two keys share it. */
export const PublicKey = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  alg: z.literal("EdDSA"),
  use: z.literal("sig"),
});
export type PublicKey = z.infer<typeof PublicKey>;

/**
 * A public key under which a phone seals what another phone carries (RSA-OAEP-256, RFC 7518 §4.3). `kid` is its thumbprint, as that
 * of the others.
 */
export const SealingKey = z.strictObject({
  kty: z.literal("RSA"),
  n: z.string().regex(/^[A-Za-z0-9_-]{342,683}$/),
  e: z.literal("AQAB"),
  kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  alg: z.literal("RSA-OAEP-256"),
  use: z.literal("enc"),
});
export type SealingKey = z.infer<typeof SealingKey>;

/**
 * A public key under which certificates are signed, and what it is worth. It is never taken out: what it signed while it signed goes
 * on counting. `compromisedAfter`: of what it signed, only what stands among the first so many entries of the public log counts, since
 * from then on somebody else may have had it, and may claim any date.
 */
export const IssuerKey = PublicKey.extend({
  from: Instant,
  retiredAt: Instant.optional(),
  compromisedAfter: z.int().nonnegative().optional(),
  /** Those that it signs for; absent in a key that the installation holds for all that have none of their own. */
  organisations: z.array(OrganisationId).min(1).max(1_000).optional(),
});
export type IssuerKey = z.infer<typeof IssuerKey>;
