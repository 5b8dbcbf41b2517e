import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import type { Opener, Seals } from "@twiza/core";
import * as z from "zod";

/** A whole parcel, inflated: a hundred entries and their answers are a tenth of it. What would become longer is a bomb. */
const MAX_BYTES = 512 * 1024;

/** The one way to seal that is taken (RFC 7518 §4.3, §5.3; RFC 7516 §4.1.3). */
const Header = z.strictObject({
  alg: z.literal("RSA-OAEP-256"),
  enc: z.literal("A256GCM"),
  kid: z.string(),
  typ: z.literal("twiza-parcel+jwe"),
  zip: z.literal("DEF").optional(),
});
const inflate = promisify(inflateRaw);
const DAMAGED = { state: "damaged" } as const;

/** Compact JWE over an opener, which alone has the private key: jose opens only with a key in hand. */
export const sealsOver = (opener: Opener): Seals => ({
  keys: () => opener.keys(),
  async open(parcel) {
    const [head = "", wrapped = "", iv = "", sealed = "", tag = "", ...more] = parcel.split(".");
    const header = Header.safeParse(jsonIn(bytesOf(head)));
    const [nonce, proof] = [bytesOf(iv), bytesOf(tag)];
    if (!header.success || more.length > 0 || nonce.length !== 12 || proof.length !== 16)
      return DAMAGED;
    const { kid, zip } = header.data;
    const keys = await opener.keys();
    if (!keys.some((key) => key.kid === kid)) return { state: "other_key" };
    // A wrap that does not open is not told apart from a content that does not (RFC 7516 §11.5).
    const unwrapped = await opener.unwrap(kid, bytesOf(wrapped));
    const contentKey = unwrapped?.length === 32 ? Uint8Array.from(unwrapped) : randomBytes(32);
    const bytes = await contentOf(contentKey, {
      iv: nonce,
      sealed: Uint8Array.from([...bytesOf(sealed), ...proof]),
      head,
    });
    const plain = bytes && zip ? await inflated(bytes) : bytes;
    const value = plain && plain.length <= MAX_BYTES ? jsonIn(plain) : undefined;
    return value === undefined ? DAMAGED : { state: "open", value };
  },
});

type Sealed = {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly head: string;
};

async function contentOf(
  key: Uint8Array<ArrayBuffer>,
  { iv, sealed, head }: Sealed,
): Promise<Buffer | undefined> {
  try {
    const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
    const additionalData = new TextEncoder().encode(head);
    const how = { name: "AES-GCM", iv, additionalData, tagLength: 128 };
    return Buffer.from(await crypto.subtle.decrypt(how, imported, sealed));
  } catch {
    return undefined;
  }
}

async function inflated(bytes: Buffer): Promise<Buffer | undefined> {
  try {
    return await inflate(bytes, { maxOutputLength: MAX_BYTES });
  } catch {
    return undefined;
  }
}

const bytesOf = (part: string): Buffer<ArrayBuffer> => Buffer.from(part, "base64url");

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
