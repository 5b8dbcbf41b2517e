import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
} from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Opener } from "@twiza/core";
import * as z from "zod";
import { readOrCreate } from "../private-file.ts";
import { remembered } from "../signer/remembered.ts";
import { sealingKeyOf } from "./sealing-key.ts";

/** Newest first. A key that is taken out opens nothing more: what was sealed with it must be sealed anew. */
const KeyFile = z.strictObject({
  keys: z.array(z.looseObject({ kty: z.literal("RSA"), n: z.string(), d: z.string() })).min(1),
});
/** Good beyond 2030 by NIST SP 800-57, and what our key service has as well. */
const BITS = 3072;

/** Opens with the keys of `<folder>/sealing-keys.json`, made at the first use. Only the owner may read the file; back it up. */
export function localOpener(folder: string): Opener {
  const opening = remembered(() => open(join(folder, "sealing-keys.json")));
  return {
    keys: async () => (await opening()).map(({ told }) => told),
    unwrap: async (kid, wrapped) => {
      const key = (await opening()).find(({ told }) => told.kid === kid)?.key;
      if (!key) return undefined;
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      try {
        return new Uint8Array(privateDecrypt({ key, padding, oaepHash: "sha256" }, wrapped));
      } catch {
        return undefined;
      }
    },
  };
}

async function open(path: string) {
  const { keys } = KeyFile.parse(await readOrCreate(path, createKeys));
  return Promise.all(
    keys.map(async (jwk) => {
      const key = createPrivateKey({ key: jwk, format: "jwk" });
      return { key, told: await sealingKeyOf(createPublicKey(key)) };
    }),
  );
}

async function createKeys(): Promise<z.infer<typeof KeyFile>> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: BITS });
  return KeyFile.parse({ keys: [privateKey.export({ format: "jwk" })] });
}
