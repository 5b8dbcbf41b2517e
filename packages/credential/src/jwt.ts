import { base64urlnopad } from "@scure/base";
import { bytesOf, isSigned } from "./ed25519.ts";
import type { CredentialSigner, KeysOf } from "./keys.ts";
import { isRecord, issuerOf, methodIn, type Proof, unproven } from "./proof.ts";

/** The media type of a credential in a JWT (VC-JOSE-COSE §3.1.1). */
const TYPE = "vc+jwt";
/** A status list of 131,072 entries that nothing compresses has some 22,000 characters in base64url twice. */
const MOST_CHARACTERS = 64 * 1024;
const utf8 = new TextEncoder();

/** Header and credential as they are signed, before base64. */
const partsOf = (credential: object, kid: string): readonly Uint8Array[] => {
  const header = { alg: "EdDSA", typ: TYPE, kid: `${issuerOf({ ...credential }) ?? ""}#${kid}` };
  return [header, credential].map((part) => utf8.encode(JSON.stringify(part)));
};

/** What is signed of a credential: its header and itself, before the signature. */
const signingInput = (credential: object, kid: string): string =>
  partsOf(credential, kid).map(base64urlnopad.encode).join(".");

/** How many bytes of a credential are signed. KMS signs 4,096. */
export const signedBytesOf = (credential: object, kid: string): number =>
  partsOf(credential, kid).reduce((sum, { length }) => sum + Math.ceil((4 * length) / 3), 1);

/** A credential as VC-JWT: compact JWS, EdDSA (RFC 8037), whose payload is the credential itself. */
export async function signJwt(credential: object, signer: CredentialSigner): Promise<string> {
  const input = signingInput(credential, signer.kid);
  return `${input}.${base64urlnopad.encode(await signer.sign(utf8.encode(input)))}`;
}

/**
 * Who signed it. One spelling alone is a token: three parts of canonical base64url, EdDSA, `vc+jwt`, a key of the very issuer that the
 * credential names. It looks at no date and no status.
 */
export async function verifyJwt(token: string, keysOf: KeysOf): Promise<Proof> {
  const [head = "", body = "", tail = "", ...more] = token.split(".");
  if (more.length > 0 || token.length > MOST_CHARACTERS) return unproven("malformed");
  const [header, credential, signature] = [objectIn(head), objectIn(body), bytesOf(tail)];
  if (!header || !credential || signature?.length !== 64) return unproven("malformed");
  if (header["alg"] !== "EdDSA" || header["typ"] !== TYPE || "crit" in header)
    return unproven("other_kind");
  const method = methodIn(header["kid"]);
  if (!method) return unproven("malformed");
  const { did, fragment: kid } = method;
  if (issuerOf(credential) !== did) return unproven("other_issuer");
  const keys = keysOf(did);
  if (!keys) return unproven("unknown_issuer");
  const key = keys.find((each) => each.kid === kid);
  if (!key) return unproven("unknown_key");
  return (await isSigned(key.x, signature, utf8.encode(`${head}.${body}`)))
    ? { state: "proven", credential, issuer: did, kid }
    : unproven("wrong_signature");
}

function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = bytesOf(part);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
