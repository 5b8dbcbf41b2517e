import { Hash, LearnerId } from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine, Op } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { anyhow, type Writer } from "./write.ts";

type Held = { readonly hash: Hash; readonly learnerId: LearnerId };
/** Whose work or whose look a private blob is part of: the same bytes may be two people's. Beside the intents that take them in. */
const holder = entity({
  name: "blob-holder",
  table: tables.people,
  schema: z.strictObject({ hash: Hash, learnerId: LearnerId }),
  format: 1,
  key: ({ hash, learnerId }: Held) => ({ pk: `BLOB#${hash}`, sk: `LEARNER#${learnerId}` }),
});

/** That she holds these blobs, however often it is said. */
export const holding = (learnerId: LearnerId, proofs: readonly { readonly hash: Hash }[]): Op[] =>
  [...new Set(proofs.map(({ hash }) => hash))].map((hash) =>
    // It says the same as what may lie there.
    anyhow(holder.put({ hash, learnerId }, { expected: "absent" })),
  );

export const holderStore = (_: Engine, write: Writer): Store["holders"] => ({
  put: (learnerId, hash) => write(...holding(learnerId, [{ hash }])),
});
