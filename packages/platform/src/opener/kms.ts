import { DecryptCommand, GetPublicKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { Opener } from "@twiza/core";
import { kmsClient } from "../signer/kms.ts";
import { remembered } from "../signer/remembered.ts";
import { sealingKeyFrom } from "./sealing-key.ts";

/** KMS's answer to what was not wrapped for its key, or is no wrap at all. */
const NOT_OURS: ReadonlySet<string> = new Set([
  "InvalidCiphertextException",
  "IncorrectKeyException",
  "ValidationException",
]);

/** Opens with keys that never leave KMS. `keyIds` are names or ARNs, separated by commas, newest first. */
export function kmsOpener(keyIds: string, client: KMSClient = kmsClient()): Opener {
  const told = remembered(() =>
    Promise.all(
      keyIds.split(",").map(async (KeyId) => {
        const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
        if (!PublicKey) throw new Error("KMS answered without a key");
        return { KeyId, key: await sealingKeyFrom(PublicKey) };
      }),
    ),
  );
  return {
    keys: async () => (await told()).map(({ key }) => key),
    unwrap: async (kid, CiphertextBlob) => {
      const KeyId = (await told()).find(({ key }) => key.kid === kid)?.KeyId;
      if (!KeyId) return undefined;
      const EncryptionAlgorithm = "RSAES_OAEP_SHA_256";
      try {
        const command = new DecryptCommand({ KeyId, CiphertextBlob, EncryptionAlgorithm });
        return (await client.send(command)).Plaintext;
      } catch (error) {
        if (error instanceof Error && NOT_OURS.has(error.name)) return undefined;
        throw error;
      }
    },
  };
}
