import * as z from "zod";
import { PublicKey, SealingKey } from "./key.ts";
import { what } from "./operation.ts";

export const keyWhat = what({
  readKeys: {
    summary:
      "The public keys of what this installation signs, newest first, as a JWK set, and those to seal for it",
    reply: z.strictObject({
      keys: z.array(PublicKey).min(1),
      sealing: z.array(SealingKey).min(1),
    }),
  },
});
