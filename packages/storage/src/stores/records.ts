import type { Clock, Records } from "@twiza/core";
import * as z from "zod";
import { ConditionFailed, type Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";

type Place = { kind: string; id: string };

/** What signing in needs for minutes. DynamoDB deletes late, so reading looks at the time itself. */
const record = entity({
  name: "record",
  table: tables.people,
  schema: z.strictObject({
    kind: z.string(),
    id: z.string(),
    value: z.json(),
    expiresAt: z.number(),
  }),
  format: 1,
  key: ({ kind, id }: Place) => ({ pk: `RECORD#${kind}#${id}`, sk: "RECORD" }),
  expiresAt: ({ expiresAt }) => Math.ceil(expiresAt / 1000),
});

/** The `Records` port over an engine. */
export const openRecords = (engine: Engine, clock: Clock): Records => {
  const live = async (place: Place) => {
    const kept = await record.get(engine, place, { consistent: true });
    return kept && kept.value.expiresAt > clock.now().getTime() ? kept : undefined;
  };
  return {
    read: async (kind, id) => {
      const kept = await live({ kind, id });
      return kept && { value: kept.value.value, revision: kept.revision };
    },
    write: async (kind, id, value, { expiresAt, expected }) => {
      const kept = await record.get(engine, { kind, id }, { consistent: true });
      // What has expired is absent to whoever asks, though its row may still lie there.
      const isLive = kept !== undefined && kept.value.expiresAt > clock.now().getTime();
      if (expected === "absent" && isLive) return "stale";
      if (typeof expected === "number" && kept?.revision !== expected) return "stale";
      const put = record.put(
        { kind, id, value, expiresAt: expiresAt.getTime() },
        { expected: kept?.revision ?? "absent" },
      );
      try {
        await engine.transact([put]);
        return "written";
      } catch (error) {
        if (error instanceof ConditionFailed) return "stale";
        throw error;
      }
    },
    remove: async (kind, id) => {
      await engine.transact([record.remove({ kind, id }, { expected: "any" })]);
    },
  };
};
