import type { Clock, Records } from "@twiza/core";
import * as z from "zod";

type Row = { json: string; revision: number; expiresAt: number };

/** `Records` in this process's memory: for tests, and for whoever runs without a store. Values are copied in and out as JSON. */
export function memoryRecords(clock: Clock): Records {
  const rows = new Map<string, Row>();
  const keyOf = (kind: string, id: string) => JSON.stringify([kind, id]);
  /** What has expired is absent, for a reader and for the condition of a writer alike. */
  const live = (key: string): Row | undefined => {
    const row = rows.get(key);
    return row && row.expiresAt > clock.now().getTime() ? row : undefined;
  };
  return {
    async read(kind, id) {
      await aTurn();
      const row = live(keyOf(kind, id));
      return row && { value: z.json().parse(JSON.parse(row.json)), revision: row.revision };
    },
    async write(kind, id, value, { expiresAt, expected }) {
      await aTurn();
      const key = keyOf(kind, id);
      const row = live(key);
      const agrees = expected === "any" || expected === (row?.revision ?? "absent");
      if (!agrees) return "stale";
      const revision = (rows.get(key)?.revision ?? 0) + 1;
      rows.set(key, { json: JSON.stringify(value), revision, expiresAt: expiresAt.getTime() });
      return "written";
    },
    async remove(kind, id) {
      await aTurn();
      rows.delete(keyOf(kind, id));
    },
  };
}

/** A store answers later, never in the same breath: without this, races would not show. */
const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
