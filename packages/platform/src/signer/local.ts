import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { join } from "node:path";
import type { Signer } from "@twiza/core";
import * as z from "zod";
import { readOrCreate } from "../private-file.ts";
import { publicKeyOf } from "./public-key.ts";
import { remembered } from "./remembered.ts";

const PrivateKey = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});

/** Newest first. To begin a new key an operator writes it before the others; the old ones go on verifying. */
const KeyFile = z.strictObject({ keys: z.array(PrivateKey).min(1) });

/** Signs with the keys of `<folder>/signing-keys.json`, made at the first use. Only the owner may read the file; back it up. */
export function localSigner(folder: string): Signer {
  const opening = remembered(() => open(join(folder, "signing-keys.json")));
  return {
    sign: async (bytes) => {
      const { signing, keys } = await opening();
      return { kid: keys[0]?.kid ?? "", signature: new Uint8Array(sign(null, bytes, signing)) };
    },
    keys: async () => (await opening()).keys,
  };
}

async function open(path: string) {
  const { keys } = KeyFile.parse(await readOrCreate(path, createKeys));
  const privateKeys = keys.map((key) => createPrivateKey({ key, format: "jwk" }));
  const [signing] = privateKeys;
  if (!signing) throw new Error(`${path} holds no key`);
  return {
    signing,
    keys: await Promise.all(privateKeys.map((key) => publicKeyOf(createPublicKey(key)))),
  };
}

async function createKeys(): Promise<z.infer<typeof KeyFile>> {
  const { privateKey } = generateKeyPairSync("ed25519");
  return KeyFile.parse({ keys: [privateKey.export({ format: "jwk" })] });
}
