import { Contact } from "@twiza/contract";
import * as z from "zod";

/** ES256 is our issuer's, RS256 Cognito's, EdDSA where others go. Never `none`, never a shared secret. */
const ID_TOKEN_ALGORITHMS: readonly string[] = ["ES256", "RS256", "EdDSA"];
const MAX_BYTES = 8 * 1024;
const MAX_AHEAD_SECONDS = 60;

const Header = z.looseObject({
  alg: z.string().refine((alg) => ID_TOKEN_ALGORITHMS.includes(alg)),
  kid: z.string().min(1),
  crit: z.undefined().optional(),
});

const Claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string(),
  token_use: z.literal("id").optional(),
  auth_time: z.number().optional(),
  locale: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
  phone_number: z.string().optional(),
  phone_number_verified: z.unknown().optional(),
});
export type Claims = z.infer<typeof Claims>;

/**
 * What the library that verified signature, issuer, audience, nonce and times leaves open: a token of at most 8 kB, made for
 * signing in, that names its key and was not issued in the future. `undefined` when it is not so.
 */
export function readIdToken(token: string, now: Date): Claims | undefined {
  if (Buffer.byteLength(token) > MAX_BYTES) return undefined;
  const [header, payload] = token.split(".");
  if (!Header.safeParse(jsonOf(header)).success) return undefined;
  const claims = Claims.safeParse(jsonOf(payload));
  const latest = now.getTime() / 1000 + MAX_AHEAD_SECONDS;
  return claims.success && claims.data.iat <= latest ? claims.data : undefined;
}

function jsonOf(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/** The contact that the issuer vouches for: e-mail before phone. Cognito writes booleans as text in some flows. */
export function verifiedContact(claims: Claims): Contact | undefined {
  const candidates = [
    isTrue(claims.email_verified) ? claims.email?.trim().toLowerCase() : undefined,
    isTrue(claims.phone_number_verified) ? claims.phone_number : undefined,
  ];
  return candidates.find((candidate) => Contact.safeParse(candidate).success);
}

const isTrue = (value: unknown): boolean => value === true || value === "true";
