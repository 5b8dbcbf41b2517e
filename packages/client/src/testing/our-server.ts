import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import type { PublicKey, ReceiptClaims, SealingKey } from "@twiza/contract";
import { compactDecrypt } from "jose";

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
/** The last twelve digits of an id as a receipt names it. */
export const tailOf = (id: string): string =>
  Buffer.from(id.slice(-12), "hex").toString("base64url");

/** Somebody with a signing and a sealing key, as our server has: signs receipts, and opens parcels with an implementation not ours. */
export function ourServer(kid = "ours") {
  const signing = generateKeyPairSync("ed25519");
  const sealing = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = signing.publicKey.export({ format: "jwk" });
  const keys = [{ ...publicKey, kid, alg: "EdDSA", use: "sig" } as PublicKey];
  const toSealWith = sealing.publicKey.export({ format: "jwk" });
  const signed = (claims: object, header: object = {}): string => {
    const head = { alg: "EdDSA", kid, typ: "twiza-receipt+jws", ...header };
    const input = `${part(head)}.${part(claims)}`;
    return `${input}.${sign(null, Buffer.from(input), signing.privateKey).toString("base64url")}`;
  };
  return {
    keys,
    sealing: [{ ...toSealWith, kid, alg: "RSA-OAEP-256", use: "enc" } as SealingKey],
    signed,
    receipt: (device: string, answers: Partial<Omit<ReceiptClaims, "device">>): string =>
      signed({ device, iat: 1_772_000_000, ok: "", duplicate: "", refused: [], ...answers }),
    /** What is in a parcel, opened by jose. */
    async open(parcel: string): Promise<{ content: unknown; header: object }> {
      const key = createPrivateKey(sealing.privateKey.export({ format: "pem", type: "pkcs8" }));
      const { plaintext, protectedHeader } = await compactDecrypt(parcel, key);
      return {
        content: JSON.parse(new TextDecoder().decode(plaintext)) as unknown,
        header: protectedHeader,
      };
    },
  };
}
