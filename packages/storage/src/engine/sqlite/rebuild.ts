import type { DatabaseSync } from "node:sqlite";
import type { IndexSpec, TableSpec } from "../../spec.ts";
import { atomically } from "./database.ts";
import type { Items } from "./items.ts";
import { itemIn, text } from "./rows.ts";

/** Brings the indexes of a file to what the specs say now: fills new and changed ones, drops those that no spec names. */
export function rebuildIndexes(
  database: DatabaseSync,
  items: Items,
  specs: readonly TableSpec[],
): void {
  const wanted = new Map(
    specs.flatMap((spec) =>
      spec.indexes.map((index) => [JSON.stringify([spec.name, index.name]), { spec, index }]),
    ),
  );
  atomically(database, () => {
    const known = new Map<string, string>();
    for (const row of database.prepare("SELECT tbl, idx, spec FROM indexes").all())
      known.set(JSON.stringify([text(row, "tbl"), text(row, "idx")]), text(row, "spec"));
    for (const [place, spec] of known) {
      const now = wanted.get(place);
      if (!now || JSON.stringify(now.index) !== spec) drop(database, place);
    }
    for (const [place, { spec, index }] of wanted)
      if (known.get(place) !== JSON.stringify(index)) fill(database, items, { spec, index });
  });
}

function drop(database: DatabaseSync, place: string): void {
  const [table, index] = JSON.parse(place) as [string, string]; // made by JSON.stringify above
  for (const kept of ["entries", "indexes"])
    database.prepare(`DELETE FROM ${kept} WHERE tbl = ? AND idx = ?`).run(table, index);
}

function fill(
  database: DatabaseSync,
  items: Items,
  { spec, index }: { spec: TableSpec; index: IndexSpec },
): void {
  for (const row of database.prepare("SELECT body FROM items WHERE tbl = ?").iterate(spec.name))
    items.addEntry(spec, index, itemIn(row));
  database
    .prepare("INSERT INTO indexes (tbl, idx, spec) VALUES (?, ?, ?)")
    .run(spec.name, index.name, JSON.stringify(index));
}
