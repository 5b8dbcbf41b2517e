import * as z from "zod";

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
