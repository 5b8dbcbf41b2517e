import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { Signer } from "@twiza/core";
import { publicKeyFrom } from "./public-key.ts";
import { remembered } from "./remembered.ts";

/** What KMS signs without a digest made by us, which for EdDSA would be another algorithm (RFC 8032 §5.1: PureEdDSA). */
export const MAX_BYTES = 4096;

/**
 * Signs with keys that never leave KMS. `keyIds` are names or ARNs, separated by commas, newest first: the first signs. Public keys
 * are asked for once in the life of a process.
 */
export function kmsSigner(keyIds: string, client: KMSClient = kmsClient()): Signer {
  const [signing = "", ...retired] = keyIds.split(",");
  const keys = remembered(() =>
    Promise.all([signing, ...retired].map((KeyId) => readKey(client, KeyId))),
  );
  return {
    keys,
    sign: async (bytes) => {
      if (bytes.byteLength > MAX_BYTES)
        throw new Error(`${bytes.byteLength} bytes are more than KMS signs at once`);
      const [key] = await keys();
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: signing,
          Message: bytes,
          MessageType: "RAW",
          SigningAlgorithm: "ED25519_SHA_512",
        }),
      );
      if (!key || !Signature) throw new Error("KMS answered without a signature");
      return { kid: key.kid, signature: Signature };
    },
  };
}

async function readKey(client: KMSClient, KeyId: string) {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
  if (!PublicKey) throw new Error("KMS answered without a key");
  return publicKeyFrom(PublicKey);
}

/** Never waits without an end, as the store's client does not either. */
export const kmsClient = (): KMSClient =>
  new KMSClient({
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: 500,
      requestTimeout: 2_000,
      throwOnRequestTimeout: true,
    },
  });
