import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { IssuerKey } from "@twiza/contract";
import type { Clock, IssuerKeys } from "@twiza/core";
import * as z from "zod";
import { kmsClient, MAX_BYTES } from "../signer/kms.ts";
import { publicKeyFrom } from "../signer/public-key.ts";
import { remembered } from "../signer/remembered.ts";
import { type HeldKey, issuerKeysOver } from "./held.ts";

/** What an operator says of each key, newest first: its name in KMS, and what `IssuerKey` says beside the key itself. */
const Names = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue("no JSON");
    return z.NEVER;
  }
}).pipe(
  z.array(
    IssuerKey.pick({ from: true, retiredAt: true, compromisedAfter: true, organisations: true }).extend({
      id: z.string().min(1),
    }),
  ).min(1),
); // prettier-ignore

/** Keys of certificates that never leave KMS. @throws ZodError when `names` does not name them */
export function kmsIssuerKeys(
  names: string,
  clock: Clock,
  client: KMSClient = kmsClient(),
): IssuerKeys {
  const all = Names.parse(names);
  const held = remembered(() =>
    Promise.all(
      all.map(async ({ id, ...told }): Promise<HeldKey> => {
        const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: id }));
        if (!PublicKey) throw new Error("KMS answered without a key");
        return {
          key: { ...(await publicKeyFrom(PublicKey)), ...told },
          sign: (bytes) => signWith(client, id, bytes),
        };
      }),
    ),
  );
  return issuerKeysOver(held, clock);
}

async function signWith(client: KMSClient, KeyId: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.byteLength > MAX_BYTES)
    throw new Error(`${bytes.byteLength} bytes are more than KMS signs at once`);
  const { Signature } = await client.send(
    new SignCommand({
      KeyId,
      Message: bytes,
      MessageType: "RAW",
      SigningAlgorithm: "ED25519_SHA_512",
    }),
  );
  if (!Signature) throw new Error("KMS answered without a signature");
  return Signature;
}
