import type { DatabaseSync } from "node:sqlite";
import type { TableSpec } from "../../spec.ts";
import { atomically } from "./database.ts";
import type { Items } from "./items.ts";
import { AT_ONCE, inBatches } from "./in-batches.ts";
import { itemIn, text } from "./rows.ts";

/** Removes what has expired, a batch at a time. */
export function sweepOf(
  database: DatabaseSync,
  items: Items,
  specs: readonly TableSpec[],
): (now: number) => Promise<number> {
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
  return (now) => inBatches(() => batch(Math.floor(now / 1000)));
}
