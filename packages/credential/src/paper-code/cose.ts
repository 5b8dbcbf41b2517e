import { decode, encode } from "cborg";

/*
 * COSE_Sign1 (RFC 9052 §4.2) in the smallest form: EdDSA and the first eight bytes of the key's name in what is protected, nothing
 * beside it, deterministic CBOR (RFC 8949 §4.2) all through.
 */
const ALGORITHM = 1;
const KEY = 4;
const EDDSA = -8;

export type Signed = {
  /** The beginning of the key's name: eight bytes. */
  readonly key: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly protectedHeader: Uint8Array;
};

const header = (key: Uint8Array): Uint8Array =>
  encode(
    new Map<number, number | Uint8Array>([
      [ALGORITHM, EDDSA],
      [KEY, key],
    ]),
  );

/** What is signed: the header, what goes without saying (whose paper it is), and the payload. */
const signingInput = (protectedHeader: Uint8Array, about: Uint8Array, payload: Uint8Array) =>
  encode(["Signature1", protectedHeader, about, payload]);

/** What a signature has to be made over, and the message once it is there. */
export function toSign(key: Uint8Array, about: Uint8Array, payload: Uint8Array) {
  const protectedHeader = header(key);
  return {
    input: signingInput(protectedHeader, about, payload),
    message: (signature: Uint8Array): Uint8Array =>
      encode([protectedHeader, new Map(), payload, signature]),
  };
}

/** What the signature of a message that was read must be over. */
export const signedInput = ({ protectedHeader, payload }: Signed, about: Uint8Array): Uint8Array =>
  signingInput(protectedHeader, about, payload);

/** The parts of a message; nothing when it is none, or not in its one spelling. */
export function readCose(bytes: Uint8Array): Signed | undefined {
  const parts = fromCbor(bytes);
  if (!Array.isArray(parts) || parts.length !== 4) return undefined;
  const [protectedHeader, beside, payload, signature] = parts as unknown[];
  if (!(beside instanceof Map) || beside.size > 0) return undefined;
  if (!isBytes(protectedHeader) || !isBytes(payload) || !isBytes(signature)) return undefined;
  const said = fromCbor(protectedHeader);
  const key: unknown = said instanceof Map ? said.get(KEY) : undefined;
  if (!isBytes(key) || key.length !== 8 || signature.length !== 64) return undefined;
  return isSame(header(key), protectedHeader)
    ? { key, payload, signature, protectedHeader }
    : undefined;
}

export const toCbor = (value: unknown): Uint8Array => encode(value);

/** A value in deterministic CBOR; nothing for any other spelling of it, and for what has no place in ours. */
export function fromCbor(bytes: Uint8Array): unknown {
  try {
    const value: unknown = decode(bytes, {
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
      allowBigInt: false,
      strict: true,
      useMaps: true,
      rejectDuplicateMapKeys: true,
    });
    return isSame(encode(value), bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> =>
  value instanceof Uint8Array;
const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
