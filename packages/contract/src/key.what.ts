import * as z from "zod";
import { PublicKey } from "./key.ts";
import { what } from "./operation.ts";

export const keyWhat = what({
  readKeys: {
    summary: "The public keys of what this installation signs, newest first, as a JWK set",
    reply: z.strictObject({ keys: z.array(PublicKey).min(1) }),
  },
});
