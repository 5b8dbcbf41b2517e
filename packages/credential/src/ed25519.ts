import { base64urlnopad } from "@scure/base";

/** Whether that key signed it (RFC 8032): by the platform, or, in browsers from before 2025, by code that only they fetch. */
export async function isSigned(
  x: string,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  const point = bytesOf(x);
  if (point?.length !== 32 || signature.length !== 64) return false;
  const own = await ownKey(point);
  if (own) return crypto.subtle.verify("Ed25519", own, owned(signature), owned(message));
  const { verifyAsync } = await import("@noble/ed25519");
  return verifyAsync(signature, message, point, { zip215: false });
}

async function ownKey(point: Uint8Array): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("raw", owned(point), "Ed25519", false, ["verify"]);
  } catch {
    return undefined;
  }
}

/** The bytes of base64url in the one spelling that they have: padding, blanks and loose last bits are refused. */
export function bytesOf(text: string): Uint8Array | undefined {
  try {
    return base64urlnopad.decode(text);
  } catch {
    return undefined;
  }
}

/** The platform wants bytes that nobody else may change meanwhile. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
