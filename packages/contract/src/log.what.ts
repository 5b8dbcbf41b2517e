import * as z from "zod";
import { what } from "./operation.ts";
import { FormHash } from "./signed.ts";

const Proof = z.array(z.string()).max(63);
const Logged = z.strictObject({ entry: z.string(), index: z.int(), proof: Proof });

export const logWhat = what({
  readLogProof: {
    summary:
      "What the public log has of a certificate, by the hash of any of its signed forms: its entry and what happened later, with all that proves it",
    params: z.strictObject({ form: FormHash }),
    reply: z.strictObject({
      issued: Logged,
      /** In order; one that the newest checkpoint does not count yet has no proof, and is told all the same. */
      later: z.array(Logged.partial({ proof: true })),
      /** A signed note (C2SP tlog-checkpoint), with the lines of the witnesses that saw it. */
      checkpoint: z.string(),
    }),
    refusals: ["log.unknown", "log.not_yet"],
  },
});
