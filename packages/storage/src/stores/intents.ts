import { AccountId, IntentId } from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

/** An intent that was done, with its reply as JSON text. Kept for ever: a phone may repeat itself after months. */
const intent = entity({
  name: "intent",
  table: tables.people,
  schema: z.strictObject({
    accountId: AccountId,
    id: IntentId,
    fingerprint: z.string(),
    reply: z.string(),
    /** What was answered is erased, since it was about somebody who is. */
    erased: z.literal(true).optional(),
  }),
  format: 1,
  key: ({ accountId, id }: { accountId: AccountId; id: IntentId }) => ({
    pk: `INTENT#${accountId}`,
    sk: id,
  }),
});

export const intentStore = (engine: Engine, write: Writer): Store["intents"] => ({
  find: async (accountId, id) => {
    const kept = await intent.get(engine, { accountId, id }, { consistent: true });
    if (!kept) return undefined;
    const { fingerprint, reply, erased } = kept.value;
    return { fingerprint, reply: JSON.parse(reply), ...(erased ? { erased } : {}) };
  },
  put: (accountId, id, { fingerprint, reply }) =>
    write(
      intent.put(
        { accountId, id, fingerprint, reply: JSON.stringify(reply) },
        { expected: "absent" },
      ),
    ),
});
