import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fromBase64url, type Verifier, type Verify } from "@twiza/log";
import { writeWhole } from "./memory.ts";

const FILE = "key.json";

export type WitnessKey = {
  readonly verifier: Verifier;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
};

/** The witness's own key, made at the first start. Who loses it begins under another name. */
export async function openKey(folder: string, name: string): Promise<WitnessKey> {
  const path = join(folder, FILE);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) {
    const { privateKey } = generateKeyPairSync("ed25519");
    await writeWhole(path, `${JSON.stringify(privateKey.export({ format: "jwk" }))}\n`, 0o600);
    return openKey(folder, name);
  }
  const key = createPrivateKey({ key: JSON.parse(text) as JsonKey, format: "jwk" });
  return {
    verifier: { name, type: "witness", point: pointOf(createPublicKey(key)) },
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
  };
}

type JsonKey = Record<string, string>;

function pointOf(key: KeyObject): Uint8Array<ArrayBuffer> {
  const point = fromBase64url(key.export({ format: "jwk" }).x ?? "");
  if (point?.length !== 32) throw new Error("no Ed25519 key");
  return point;
}

export const verifyEd25519: Verify = (point, signature, message) => {
  try {
    const key = createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(point).toString("base64url") },
      format: "jwk",
    });
    return Promise.resolve(verify(null, message, key, signature));
  } catch {
    return Promise.resolve(false);
  }
};
