import type { DatabaseSync } from "node:sqlite";
import { type Change, InvalidRead } from "../engine.ts";
import { AT_ONCE, inBatches } from "./in-batches.ts";
import { number, optionalItem, type Row, text } from "./rows.ts";

export const FEED_PAGE = 100;

/** The change feed of each table: a cursor is the number of the last record seen. */
export function feedOf(database: DatabaseSync) {
  const after = database.prepare(
    "SELECT seq, pk, sk, before, after FROM changes WHERE tbl = ? AND seq > ? ORDER BY seq LIMIT ?",
  );
  const trim = database.prepare(
    `DELETE FROM changes WHERE seq IN
     (SELECT seq FROM changes WHERE tbl = ? AND seq <= ? ORDER BY seq LIMIT ${String(AT_ONCE)})`,
  );
  return {
    /** `next` is the given cursor when nothing is new. */
    after: (table: string, cursor: string, limit: number): { records: Change[]; next: string } => {
      const records = after.all(table, seqOf(cursor), limit).map(changeOf);
      return { records, next: records.at(-1)?.id ?? cursor };
    },
    /** Drops what all of these cursors have passed; without any, everything. */
    trim: (table: string, cursors: readonly string[]): Promise<number> => {
      const upTo = Math.min(Number.MAX_SAFE_INTEGER, ...cursors.map(seqOf));
      return inBatches(() => Number(trim.run(table, upTo).changes));
    },
  };
}

export const FEED_START = "0";

function seqOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new InvalidRead("the cursor is not of this feed");
  return Number(cursor);
}

function changeOf(row: Row): Change {
  const [before, after] = [optionalItem(row, "before"), optionalItem(row, "after")];
  return {
    id: String(number(row, "seq")),
    key: { pk: text(row, "pk"), sk: text(row, "sk") },
    ...(before && { before }),
    ...(after && { after }),
  };
}
