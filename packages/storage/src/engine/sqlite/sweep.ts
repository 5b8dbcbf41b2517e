import type { DatabaseSync } from "node:sqlite";
import type { TableSpec } from "../../spec.ts";
import { atomically } from "./database.ts";
import type { Items } from "./items.ts";
import { itemIn, text } from "./rows.ts";

/** Items a transaction, so that other writers wait for milliseconds only. */
const AT_ONCE = 200;

/** Removes what has expired, a batch at a time. */
export function sweepOf(
  database: DatabaseSync,
  items: Items,
  specs: readonly TableSpec[],
): (now: number) => number {
  const expired = database.prepare("SELECT tbl, body FROM items WHERE expires < ? LIMIT ?");
  const specBy = new Map(specs.map((spec) => [spec.name, spec]));
  const batch = (seconds: number): number =>
    atomically(database, () => {
      const rows = expired.all(seconds, AT_ONCE);
      for (const row of rows) {
        const before = itemIn(row);
        const name = text(row, "tbl");
        // A table that no spec names any more has no indexes and no readers of a feed.
        const spec = specBy.get(name) ?? { name, indexes: [], stream: false };
        items.replace(spec, before, { before });
      }
      return rows.length;
    });
  return (now) => {
    const seconds = Math.floor(now / 1000);
    let removed = 0;
    for (let last = AT_ONCE; last === AT_ONCE; removed += last) last = batch(seconds);
    return removed;
  };
}
