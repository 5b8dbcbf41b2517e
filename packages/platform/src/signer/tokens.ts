import type { Signer, Tokens } from "@twiza/core";
import { base64url, compactVerify, errors } from "jose";

/** Ours are some 500 characters long; nothing longer than this is even looked at. */
const MAX_LENGTH = 8 * 1024;

/** Compact JWS over a signer (RFC 7515), EdDSA alone (RFC 8037). */
export const jwsTokens = (signer: Signer): Tokens => ({
  keys: () => signer.keys(),
  sign: async (typ, claims) => {
    const [key] = await signer.keys();
    const header = base64url.encode(JSON.stringify({ alg: "EdDSA", kid: key?.kid, typ }));
    const input = `${header}.${base64url.encode(JSON.stringify(claims))}`;
    const { kid, signature } = await signer.sign(new TextEncoder().encode(input));
    if (kid !== key?.kid) throw new Error("the signing key changed under a token");
    return `${input}.${base64url.encode(signature)}`;
  },
  verify: async (typ, token) => {
    if (token.length > MAX_LENGTH || !isCanonical(token)) return undefined;
    // Asked for before anything is judged: a key service that does not answer must not make a true token a forged one.
    const keys = await signer.keys();
    try {
      const { payload, protectedHeader } = await compactVerify(
        token,
        ({ kid }) => {
          const key = keys.find((each) => each.kid === kid);
          if (!key) throw new errors.JWKSNoMatchingKey();
          return key;
        },
        { algorithms: ["EdDSA"] },
      );
      if (protectedHeader.typ !== typ) return undefined;
      const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
      return claims;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  },
});

/**
 * Three parts, each written in the one way that its bytes can be written: decoders forgive padding, blanks and loose last bits,
 * and would let one ticket be written in many ways.
 */
function isCanonical(token: string): boolean {
  const parts = token.split(".");
  return (
    parts.length === 3 &&
    parts.every(
      (part) => part !== "" && Buffer.from(part, "base64url").toString("base64url") === part,
    )
  );
}
