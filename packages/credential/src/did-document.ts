import { base58, base64urlnopad } from "@scure/base";
import type { PublicKey } from "@twiza/contract";
import type { IssuerKey } from "./keys.ts";
import { isRecord } from "./proof.ts";
import { sha256 } from "./sha256.ts";

/** `ed25519-pub` of the table of multicodecs, as varint. */
const ED25519 = [0xed, 0x01];

/** A key in the spelling of Data Integrity: its bytes under their multicodec, base58. */
export const multibaseOf = ({ x }: Pick<PublicKey, "x">): string =>
  `z${base58.encode(Uint8Array.from([...ED25519, ...base64urlnopad.decode(x)]))}`;

type Method = Readonly<Record<string, unknown>>;
export type DidDocument = {
  readonly "@context": readonly unknown[];
  readonly id: string;
  readonly verificationMethod: readonly Method[];
  readonly assertionMethod: readonly string[];
};

/**
 * An issuer's document. Keys stay in it for ever, each under its thumbprint; when it was new, retired or given up stands beside it in
 * our own words, since the standard's `expires` and `revoked` would undo what it signed before. What was given up asserts nothing.
 */
export function didDocument(of: {
  readonly did: string;
  readonly keys: readonly IssuerKey[];
}): DidDocument {
  const { did, keys } = of;
  const idOf = ({ kid }: IssuerKey): string => `${did}#${kid}`;
  return {
    "@context": [
      "https://www.w3.org/ns/did/v1",
      "https://w3id.org/security/multikey/v1",
      { "@vocab": `${did}#` },
    ],
    id: did,
    verificationMethod: keys.map((key) => ({
      id: idOf(key),
      type: "Multikey",
      controller: did,
      publicKeyMultibase: multibaseOf(key),
      from: key.from,
      ...(key.retiredAt === undefined ? {} : { retiredAt: key.retiredAt }),
      ...(key.compromisedAfter === undefined ? {} : { compromisedAfter: key.compromisedAfter }),
    })),
    assertionMethod: keys.filter((key) => key.compromisedAfter === undefined).map(idOf),
  };
}

/** All keys that an issuer's document tells; those that are not of our shape are passed over. */
export function keysIn(document: unknown, did: string): readonly IssuerKey[] {
  if (!isRecord(document) || document["id"] !== did) return [];
  const methods: unknown = document["verificationMethod"];
  if (!Array.isArray(methods)) return [];
  return methods.flatMap((method: unknown) => (isRecord(method) ? keyIn(method, did) : []));
}

/** The key behind the address of a verification method, if the document is of that DID and tells it. */
export const keyOf = (document: unknown, address: string): IssuerKey | undefined => {
  const [did = "", kid] = address.split("#");
  return keysIn(document, did).find((key) => key.kid === kid);
};

function keyIn(method: Method, did: string): IssuerKey[] {
  const { id, controller, from, retiredAt, compromisedAfter } = method;
  const x = pointIn(method["publicKeyMultibase"]);
  const kid = typeof id === "string" && id.startsWith(`${did}#`) ? id.slice(did.length + 1) : "";
  if (controller !== did || !x || kid !== thumbprintOf(x) || typeof from !== "string") return [];
  return [
    {
      kty: "OKP",
      crv: "Ed25519",
      x,
      kid,
      alg: "EdDSA",
      use: "sig",
      from,
      ...(typeof retiredAt === "string" ? { retiredAt } : {}),
      ...(typeof compromisedAfter === "number" ? { compromisedAfter } : {}),
    },
  ];
}

/** RFC 7638: no two keys have the same, so that a document cannot give one key another's name. */
const thumbprintOf = (x: string): string =>
  base64urlnopad.encode(sha256(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`));

function pointIn(multibase: unknown): string | undefined {
  if (typeof multibase !== "string" || !multibase.startsWith("z")) return undefined;
  try {
    const bytes = base58.decode(multibase.slice(1));
    const isKey = bytes.length === 34 && ED25519.every((byte, at) => bytes[at] === byte);
    return isKey ? base64urlnopad.encode(bytes.subarray(2)) : undefined;
  } catch {
    return undefined;
  }
}
