import type { SealingKey } from "@twiza/contract";
import { base64url } from "../base64url.ts";

/** What a parcel says of itself to anybody. */
export const PARCEL_TYPE = "twiza-parcel+jwe";

/**
 * Seals something for our server: compact JWE (RFC 7516), RSA-OAEP-256 and A256GCM, compressed where the browser can. Who carries it can
 * neither read nor change it.
 */
export async function seal(content: object, key: SealingKey): Promise<string> {
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const small = await deflated(plain);
  const header = {
    alg: "RSA-OAEP-256",
    enc: "A256GCM",
    kid: key.kid,
    typ: PARCEL_TYPE,
    ...(small ? { zip: "DEF" } : {}),
  };
  const head = base64url(new TextEncoder().encode(JSON.stringify(header)));
  const [contentKey, wrapping] = await Promise.all([
    crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]),
    crypto.subtle.importKey("jwk", { ...key }, { name: "RSA-OAEP", hash: "SHA-256" }, false, [
      "wrapKey",
    ]),
  ]);
  const wrapped = await crypto.subtle.wrapKey("raw", contentKey, wrapping, "RSA-OAEP");
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(head);
  const how = { name: "AES-GCM", iv, additionalData, tagLength: 128 };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, contentKey, small ?? plain));
  const parts = [new Uint8Array(wrapped), iv, sealed.slice(0, -16), sealed.slice(-16)];
  return [head, ...parts.map(base64url)].join(".");
}

/** Nothing where the browser cannot (Chrome before 103). */
async function deflated(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}
